package dev.keywright.checks.finding;

import java.util.List;

/** All that one analysis has to say, findings in the order of files and positions. */
public record AnalysisResult(List<Finding> findings, List<Undecided> undecided) {

    public AnalysisResult {
        findings = List.copyOf(findings);
        undecided = List.copyOf(undecided);
    }
}
