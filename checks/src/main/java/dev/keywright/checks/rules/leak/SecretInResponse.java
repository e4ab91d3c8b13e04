package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags a stored secret, or the digest of one, that is answered to a caller in a body, a header or a view model. */
@AutoService(Rule.class)
public final class SecretInResponse implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "SecretInResponse", List.of(201), Severity.ERROR, "Flags stored secrets that are answered to callers.");

    private static final Set<String> HANDLERS = Set.of(
            "RequestMapping",
            "GetMapping",
            "PostMapping",
            "PutMapping",
            "PatchMapping",
            "DeleteMapping",
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "Get",
            "Post",
            "Put",
            "Patch",
            "Delete");

    /** The one answer that hands a credential out is made by a method that says so. */
    private static final Set<String> ISSUING = Set.of(
            "create",
            "issue",
            "generate",
            "rotate",
            "login",
            "signin",
            "token",
            "refresh",
            "register",
            "authenticate",
            "new",
            "renew",
            "exchange",
            "authorize",
            "signup",
            "regenerate",
            "mint",
            "oauth",
            "callback",
            "enroll",
            "setup",
            "provision");

    /** What keeps a cookie from scripts and from plain http. */
    private static final Set<String> CLOSING = Set.of("setHttpOnly", "setSecure");

    /** A cookie that is in no variable. */
    private static final int NOBODY = -1;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        if (SecretNames.says(flow.method().name(), ISSUING)) {
            return;
        }
        boolean told = false;
        for (Event.Sink event : flow.sinks(SinkKind.RESPONSE, sink -> stored(sink.value()) != null)) {
            Label secret = stored(event.value());
            if (secret != null) {
                told = true;
                context.report(
                        event.span(),
                        Messages.inResponse(secret, event.method().name()),
                        event.way(secret, Messages.reaches(event.method().name())));
            }
        }
        cookies(flow, context);
        if (isHandler(flow) && !told) {
            returned(flow, context);
        }
    }

    /** A cookie that holds a credential, and that scripts or plain http can read. */
    private static void cookies(FlowView flow, RuleContext context) {
        List<Expr.Call> added = new ArrayList<>();
        Map<Integer, Set<String>> called = new HashMap<>();
        Walk.expressions(flow.method(), expr -> {
            if (!(expr instanceof Expr.Call call)) {
                return;
            }
            if (call.method().name().equals("addCookie") && call.args().size() == 1) {
                added.add(call);
            } else if (call.args().size() == 1
                    && !Boolean.FALSE.equals(flow.value(call.args().get(0)).constant())) {
                int cookie = call.receiver() instanceof Expr.Local local ? local.id() : NOBODY;
                called.computeIfAbsent(cookie, key -> new HashSet<>())
                        .add(call.method().name());
            }
        });
        Slice slice = context.slice(flow.method());
        for (Expr.Call call : added) {
            int cookie = call.args().get(0) instanceof Expr.Local local ? local.id() : NOBODY;
            Label secret = Leaks.shown(flow.value(call.args().get(0)));
            if (!called.getOrDefault(cookie, Set.of()).containsAll(CLOSING)
                    && secret != null
                    && (secret.kind() != Kind.MAC || isNamedToken(call.args().get(0), slice, flow))) {
                context.report(
                        Severity.WARNING,
                        call.nameSpan(),
                        Messages.openCookie(secret),
                        secret.trace().steps(),
                        null);
            }
        }
    }

    /** What a cookie is called that holds something signed: a token opens the door by itself. */
    private static boolean isNamedToken(Expr cookie, Slice slice, FlowView flow) {
        return slice.madeFrom(
                cookie,
                part -> part instanceof Expr.New made
                        && !made.args().isEmpty()
                        && made.args().get(0) instanceof Expr.Literal name
                        && name.value() instanceof String text
                        && flow.names()
                                .classify(text)
                                .filter(verdict -> verdict.strong() && verdict.kind() == Kind.TOKEN)
                                .isPresent());
    }

    private static void returned(FlowView flow, RuleContext context) {
        Label returned = stored(flow.returned());
        if (returned == null) {
            return;
        }
        Span span = flow.method().nameSpan();
        for (Expr result : Walk.returned(flow.method())) {
            if (stored(flow.value(result)) != null) {
                span = result.span();
                break;
            }
        }
        context.report(
                span,
                Messages.inResponse(returned, flow.method().name()),
                returned.trace().steps());
    }

    private static boolean isHandler(FlowView flow) {
        for (Annotation annotation : flow.method().annotations()) {
            if (HANDLERS.contains(annotation.type().simpleName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Label stored(Value value) {
        for (Label label : value.allLabels()) {
            boolean kept = label.role() == Role.EXPECTED
                    && label.sure()
                    && label.certainty() != Certainty.COMPUTED
                    && label.kind() != Kind.MAC
                    && (label.kind() != Kind.TOKEN || label.certainty() == Certainty.CONFIGURED);
            if (kept) {
                return label;
            }
        }
        return null;
    }
}
