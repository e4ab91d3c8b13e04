package dev.keywright.checks.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One defect.
 *
 * @param rule the rule's name, as {@code TimingUnsafeComparison}
 * @param message one sentence without the rule's name: what, from where, reaches which sink; what to write instead
 * @param trace the value's way from its source to the sink, in order; empty for findings about a declaration
 * @param cwe numbers of the Common Weakness Enumeration, the most exact first
 * @param fix a safe change, where there is one
 * @param fingerprint hex; survives moved lines and reformatting, distinct among the findings of one report
 * @param suppressed whether the source says not to report it; such findings are kept for reports that show them
 */
public record Finding(
        String rule,
        Severity severity,
        Location location,
        String message,
        List<TraceStep> trace,
        List<Integer> cwe,
        @Nullable Fix fix,
        String fingerprint,
        boolean suppressed) {

    public Finding {
        trace = List.copyOf(trace);
        cwe = List.copyOf(cwe);
    }
}
