package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Flags a toString that shows a secret, written by hand or generated for a record or by Lombok. Where an instance reaches a log
 * in the same program, {@link SecretLogged} tells it there as an error; here the class is named once, as a place to mend.
 */
@AutoService(Rule.class)
public final class SecretInToString implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretInToString", List.of(532), Severity.WARNING, "Flags classes whose toString shows a secret.");

    private static final Set<String> BUILDERS = Set.of(
            "StringBuilder",
            "StringBuffer",
            "StringJoiner",
            "Appendable",
            "ToStringBuilder",
            "ToStringHelper",
            "ToStringCreator");

    private static final Set<String> ADDING = Set.of("append", "add", "addValue");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** {@code toStringFields(StringBuilder builder)}: what a superclass' toString lets its subclasses add. */
    private static boolean isPartOfToString(MethodDecl method) {
        return method.name().toLowerCase(Locale.ROOT).contains("tostring")
                && method.parameters().stream()
                        .anyMatch(parameter ->
                                BUILDERS.contains(parameter.varType().simpleName()));
    }

    private static void parts(FlowView flow, RuleContext context) {
        Label[] found = new Label[1];
        Walk.expressions(flow.method(), expr -> {
            if (expr instanceof Expr.Call call && ADDING.contains(call.method().name())) {
                for (Expr argument : call.args()) {
                    found[0] = found[0] == null ? Leaks.shown(flow.value(argument)) : found[0];
                }
            }
        });
        if (found[0] != null && !found[0].object()) {
            context.report(
                    Severity.WARNING,
                    flow.method().nameSpan(),
                    Messages.inToString(found[0], flow.type().simpleName()),
                    found[0].trace().steps(),
                    null);
        }
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Value shown;
        boolean written = flow.method().name().equals("toString");
        if (written && flow.method().parameters().isEmpty()) {
            shown = flow.returned();
        } else if (isPartOfToString(flow.method())) {
            parts(flow, context);
            return;
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
