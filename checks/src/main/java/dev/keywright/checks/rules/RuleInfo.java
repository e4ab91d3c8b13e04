package dev.keywright.checks.rules;

import dev.keywright.checks.finding.Severity;
import java.util.List;

/**
 * What a rule says of itself.
 *
 * @param name the class's simple name, the page in docs/rules, the SARIF id and the word for {@code @SuppressWarnings}
 * @param cwe numbers of the Common Weakness Enumeration, the most exact first
 * @param severity of a finding unless the rule gives another
 * @param flags one sentence that starts with "Flags"
 */
public record RuleInfo(String name, List<Integer> cwe, Severity severity, String flags) {

    public RuleInfo {
        cwe = List.copyOf(cwe);
    }
}
