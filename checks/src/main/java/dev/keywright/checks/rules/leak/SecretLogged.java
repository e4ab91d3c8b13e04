package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Flags a secret, or an object that renders one, that reaches a logger, the console or a diagnostic context. Logs are copied,
 * shipped, kept and read by many who must not have the secret.
 */
@AutoService(Rule.class)
public final class SecretLogged implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretLogged",
            List.of(532),
            Severity.ERROR,
            "Flags secrets, and objects that render one, that reach a log.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        for (Event.Sink event : flow.sinks(SinkKind.LOG, SecretLogged::leaks)) {
            Label secret = Leaks.shown(event.value());
            if (secret == null) {
                continue;
            }
            String method = event.method().name();
            String message = secret.object() ? Messages.objectLogged(secret, method) : Messages.logged(secret, method);
            context.report(event.span(), message, secret.trace().steps());
        }
        for (Event.Sink event : flow.sinks(SinkKind.LOG, SecretLogged::isRequestMap)) {
            context.report(
                    Severity.WARNING,
                    event.span(),
                    Messages.mapLogged(event.method().name()),
                    List.of(),
                    null);
        }
    }

    /** All that a request's headers or parameters hold. */
    private static boolean isRequestMap(Event.Sink event) {
        return event.value().is(Flag.REQUEST_MAP)
                && Leaks.shown(event.value()) == null
                && !isArrayOrNumber(argument(event));
    }

    private static boolean leaks(Event.Sink event) {
        return Leaks.shown(event.value()) != null && !isArrayOrNumber(argument(event));
    }

    private static @Nullable Expr argument(Event.Sink event) {
        if (event.inner() != null) {
            return null;
        }
        List<Expr> args = event.at() instanceof Expr.Call call
                ? call.args()
                : event.at() instanceof Expr.New creation ? creation.args() : List.of();
        return event.argument() < args.size() ? args.get(event.argument()) : null;
    }

    /** Printed, an array shows its identity; one character or number of a secret is not the secret. */
    private static boolean isArrayOrNumber(@Nullable Expr argument) {
        if (argument == null) {
            return false;
        }
        TypeRef type = argument.type();
        return type.dims() > 0 && type.name().equals("byte") || type.isPrimitive();
    }
}
