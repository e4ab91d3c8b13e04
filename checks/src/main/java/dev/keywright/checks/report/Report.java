package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.rules.RuleInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a report is written from.
 *
 * @param version of Keywright
 * @param root the folder that paths are shown relative to where a format wants that, absolute
 * @param results all findings, silenced ones included, in order
 * @param endpoints every endpoint that was found
 * @param rules all rules that ran
 * @param failures files that could not be read at all
 * @param explainUndecided whether the text report lists the undecided places
 * @param sources the text of a scanned file by {@link dev.keywright.checks.finding.Location#path()}
 */
public record Report(
        String version,
        Path root,
        int files,
        long lines,
        List<Result> results,
        List<Undecided> undecided,
        List<EndpointRow> endpoints,
        List<RuleInfo> rules,
        List<Failure> failures,
        Score score,
        boolean explainUndecided,
        Function<String, Optional<CharSequence>> sources) {

    public Report {
        results = List.copyOf(results);
        undecided = List.copyOf(undecided);
        endpoints = List.copyOf(endpoints);
        rules = List.copyOf(rules);
        failures = List.copyOf(failures);
    }

    /** A finding and whether it counts. */
    public record Result(Finding finding, State state) {}

    /** Whether a finding counts. */
    public enum State {
        NEW,
        /** Silenced in the source. */
        SUPPRESSED,
        /** Accepted in the baseline. */
        BASELINED
    }

    /** A file that could not be read. */
    public record Failure(String path, String reason) {}

    /** The findings that count. */
    public List<Finding> active() {
        return in(State.NEW);
    }

    /** The findings in one state. */
    public List<Finding> in(State state) {
        return results.stream()
                .filter(result -> result.state() == state)
                .map(Result::finding)
                .toList();
    }

    /** How many findings of a severity count. */
    public long count(Severity severity) {
        return active().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
