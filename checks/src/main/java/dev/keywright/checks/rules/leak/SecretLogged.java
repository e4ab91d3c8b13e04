package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final Set<String> ASKING = Set.of("contains", "containsKey", "test", "matches");

    private static final Set<String> READING =
            Set.of("getHeader", "getHeaders", "getParameter", "getParameterValues", "header", "getHeaderString");

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
            // Whoever reads the log of a session's beginning and end has a session at most, and only while it lasts.
            Severity severity = secret.far() || secret.what().equals("session id") ? Severity.WARNING : Severity.ERROR;
            context.reportOnce(
                    Leaks.defect(event, secret),
                    severity,
                    event.span(),
                    message,
                    event.way(secret, Messages.reaches(method)));
        }
        for (Event.Sink event : flow.sinks(SinkKind.LOG, sink -> Leaks.shown(sink.value()) == null)) {
            String parameter = WrittenParameters.in(event, context.slice(flow.method()));
            if (parameter != null) {
                context.reportOnce(
                        List.of(event.file().path(), event.at().span()),
                        Severity.ERROR,
                        event.span(),
                        Messages.parameterLogged(parameter, event.method().name()),
                        List.of());
            }
        }
        Set<Span> dumped = new HashSet<>();
        for (Event.Sink event : flow.sinks(SinkKind.LOG, sink -> isDump(sink) && Leaks.shown(sink.value()) == null)) {
            if (dumped.add(event.at().span())) {
                context.report(
                        Severity.WARNING,
                        event.span(),
                        Messages.mapLogged(event.method().name()),
                        List.of(),
                        null);
            }
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

    /** A loop that writes out every header or cookie: its name, and beside it its value. */
    private static boolean isDump(Event.Sink event) {
        if (!(event.at() instanceof Expr.Call log)
                || event.inner() != null
                || !event.value().is(Flag.PRESENTED)) {
            return false;
        }
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        boolean[] chosen = new boolean[1];
        for (Expr argument : log.args()) {
            Walk.expressions(argument, part -> {
                if (part instanceof Expr.Conditional choice && asksForName(choice)) {
                    names.add(""); // SENSITIVE.contains(name) ? "***" : request.getHeader(name)
                    chosen[0] = true;
                } else if (part instanceof Expr.Local local) {
                    names.add(local.name());
                } else if (part instanceof Expr.Call call && call.receiver() instanceof Expr.Local holder) {
                    if (READING.contains(call.method().name())
                            && call.args().size() == 1
                            && call.args().get(0) instanceof Expr.Local name) {
                        values.add(name.name());
                    } else if (call.method().name().equals("getName")) {
                        names.add(holder.name() + "()");
                    } else if (call.method().name().equals("getValue")
                            && holder.type().simpleName().equals("Cookie")) {
                        values.add(holder.name() + "()");
                    }
                }
            });
        }
        // A variable that stands in the reading call itself is counted once for that.
        return !chosen[0]
                && values.stream().anyMatch(name -> Collections.frequency(names, name) > (name.endsWith("()") ? 0 : 1));
    }

    /** The value is shown or not, as a list of names has it. */
    private static boolean asksForName(Expr.Conditional choice) {
        boolean hides = choice.then() instanceof Expr.Literal || choice.otherwise() instanceof Expr.Literal;
        return hides
                && Walk.any(
                        choice.condition(),
                        part -> part instanceof Expr.Call call
                                && call.args().size() == 1
                                && ASKING.contains(call.method().name()));
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
