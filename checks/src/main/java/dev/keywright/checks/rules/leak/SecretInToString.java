package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;

/**
 * Flags a toString that shows a secret, written by hand or generated for a record or by Lombok. Where an instance reaches a log
 * in the same program, {@link SecretLogged} tells it there as an error; here the class is named once, as a place to mend.
 */
@AutoService(Rule.class)
public final class SecretInToString implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretInToString", List.of(532), Severity.WARNING, "Flags classes whose toString shows a secret.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Value shown;
        boolean written = flow.method().name().equals("toString");
        if (written && flow.method().parameters().isEmpty()) {
            shown = flow.returned();
        } else if (flow.isFirstOfType()) {
            shown = flow.generatedText();
        } else {
            return;
        }
        Label secret = Leaks.shown(shown);
        if (secret == null || secret.object() && written) {
            return;
        }
        context.report(
                written ? Severity.WARNING : Severity.NOTE,
                written ? flow.method().nameSpan() : flow.type().nameSpan(),
                Messages.inToString(secret, flow.type().simpleName()),
                secret.trace().steps(),
                null);
    }
}
