package dev.keywright.processor.host;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;

/** A rule with a bug. Tests put it on a processor path, as a service; no build of a user's ever sees it. */
public final class CrashingRule implements DeclarationRule {

    @Override
    public RuleInfo info() {
        return new RuleInfo("CrashingRule", List.of(1), Severity.ERROR, "Flags nothing and fails.");
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        throw new IllegalStateException("what the source says: s3cr3t");
    }
}
