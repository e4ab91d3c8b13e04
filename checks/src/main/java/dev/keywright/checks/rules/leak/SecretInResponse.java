package dev.keywright.checks.rules.leak;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
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
import java.util.List;
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

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        Cookies.check(flow, context);
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
        if (isHandler(flow) && !told) {
            returned(flow, context);
        }
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
