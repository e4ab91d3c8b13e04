package dev.keywright.checks;

import dev.keywright.checks.FileFindings.Report;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets that begin at one place and are told at many others. Few of the places are right then: one holder of many things was
 * taken for the one among them, and one mend at the beginning takes all of them away. The nearest stay errors, the further ones
 * are warnings.
 */
final class Crowds {

    /** How many places one beginning may make errors of, by one rule. */
    private static final int FEW = 4;

    private record Beginning(String rule, Location origin) {}

    private record Told(FileFindings file, Report report) {}

    private Crowds() {}

    static void soften(List<FileFindings> files) {
        Map<Beginning, List<Told>> crowds = new LinkedHashMap<>();
        for (FileFindings file : files) {
            for (Report report : file.fromElsewhere()) {
                if (report.severity() == Severity.ERROR) {
                    crowds.computeIfAbsent(
                                    new Beginning(
                                            report.rule().name(),
                                            report.trace().get(0).location()),
                                    any -> new ArrayList<>())
                            .add(new Told(file, report));
                }
            }
        }
        for (List<Told> crowd : crowds.values()) {
            crowd.sort(
                    Comparator.comparingInt((Told told) -> told.report().trace().size())
                            .thenComparing(told -> told.file().file().path())
                            .thenComparingInt(told -> told.report().span().start()));
            crowd.stream().skip(FEW).forEach(told -> told.file().soften(told.report()));
        }
    }
}
