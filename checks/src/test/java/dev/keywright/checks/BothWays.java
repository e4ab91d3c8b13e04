package dev.keywright.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.rules.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * Analyses a program twice: as users have it, passing over methods that cannot concern any rule, and following every method.
 * Both must find the same. Where this fails, a new way to see a secret came without a lead to it: see {@code flow.Leads} and
 * {@code FlowRule#lead}.
 */
public final class BothWays {

    private BothWays() {}

    public static AnalysisResult analyze(Settings settings, Program program) {
        AnalysisResult result = new Analyzer(settings).analyze(program);
        AnalysisResult everything = new Analyzer(file -> settings, Rules.all(), true).analyze(program);
        List<String> lost = new ArrayList<>(told(everything));
        told(result).forEach(lost::remove);
        assertThat(lost)
                .as("findings lost by passing over methods that cannot matter")
                .isEmpty();
        assertThat(told(result)).as("findings in their order").isEqualTo(told(everything));
        return result;
    }

    /** Which of several ways to a secret a trace shows is not compared. */
    private static List<String> told(AnalysisResult result) {
        return result.findings().stream().map(BothWays::told).toList();
    }

    private static String told(Finding finding) {
        return String.join(
                " ",
                finding.location().path() + ":" + finding.location().span(),
                finding.rule(),
                finding.severity().name(),
                finding.message(),
                finding.fingerprint(),
                Boolean.toString(finding.suppressed()));
    }
}
