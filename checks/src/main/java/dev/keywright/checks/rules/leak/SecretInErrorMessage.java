package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Set;

/**
 * Flags a secret in an exception's message, an error page or a problem detail. Exceptions are logged far from where they are
 * made, and error pages are read by callers.
 */
@AutoService(Rule.class)
public final class SecretInErrorMessage implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretInErrorMessage",
            List.of(209),
            Severity.ERROR,
            "Flags secrets in the text of exceptions and error answers.");

    private static final Set<String> REFUSING =
            Set.of("badRequest", "unauthorized", "forbidden", "notFound", "internalServerError", "serverError");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Only text becomes part of a message; other arguments of a constructor are kept as they are. */
    private static boolean leaks(Event.Sink event) {
        if (Leaks.shown(event.value()) == null) {
            return false;
        }
        List<Expr> args = event.inner() != null
                ? List.of()
                : event.at() instanceof Expr.Call call
                        ? call.args()
                        : event.at() instanceof Expr.New creation ? creation.args() : List.of();
        if (event.argument() >= args.size()) {
            return true;
        }
        String type = args.get(event.argument()).type().simpleName();
        return type.equals("String") || type.equals("?") || type.equals("CharSequence") || type.equals("StringBuilder");
    }

    /** {@code status(401).entity("unknown key " + key)}: the text of an answer that says no. */
    private static boolean isRefusal(Event.Sink event) {
        if (event.inner() != null
                || event.value().pieces().isEmpty()
                || !(event.at() instanceof Expr.Call call)
                || Leaks.shown(event.value()) == null) {
            return false;
        }
        Expr next = call.receiver();
        while (next instanceof Expr.Call before) {
            boolean status = before.method().name().equals("status")
                    && !before.args().isEmpty()
                    && isRefusing(before.args().get(0));
            if (status || REFUSING.contains(before.method().name())) {
                return true;
            }
            next = before.receiver();
        }
        return false;
    }

    private static boolean isRefusing(Expr status) {
        if (status instanceof Expr.Literal literal && literal.value() instanceof Integer code) {
            return code >= 400;
        }
        return status instanceof Expr.Field field
                && (field.name().startsWith("UNAUTHORIZED")
                        || field.name().startsWith("FORBIDDEN")
                        || field.name().startsWith("BAD_")
                        || field.name().startsWith("NOT_")
                        || field.name().endsWith("_ERROR")
                        || field.name().startsWith("SC_4"));
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        for (Event.Sink event : flow.sinks(SinkKind.RESPONSE, SecretInErrorMessage::isRefusal)) {
            Label secret = Leaks.shown(event.value());
            if (secret != null) {
                context.report(
                        secret.role() == Role.EXPECTED ? Severity.ERROR : Severity.WARNING,
                        event.span(),
                        Messages.inError(secret, event.method().name()),
                        event.way(secret, Messages.reaches(event.method().name())),
                        null);
            }
        }
        for (Event.Sink event : flow.sinks(SinkKind.ERROR, SecretInErrorMessage::leaks)) {
            Label secret = Leaks.shown(event.value());
            if (secret == null) {
                continue;
            }
            String name = event.method().name();
            String sink = name.equals("<init>") ? event.method().owner().simpleName() : name;
            // What the caller sent himself he knows already; it still ends up in logs.
            boolean own = secret.role() == Role.PRESENTED
                    || secret.certainty() == Certainty.NAMED && (secret.object() || event.depth() > 2);
            context.reportOnce(
                    Leaks.defect(event, secret),
                    own || secret.far() || secret.what().equals("session id") ? Severity.WARNING : Severity.ERROR,
                    event.span(),
                    Messages.inError(secret, sink),
                    event.way(secret, Messages.reaches(sink)));
        }
    }
}
