package dev.keywright.checks.rules.leak;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cookies that hold a credential, and that scripts or plain http can read: those of a log-in above all. */
final class Cookies {

    /** What keeps a cookie from scripts and from plain http. */
    private static final Set<String> CLOSING = Set.of("setHttpOnly", "setSecure");

    /** A cookie that is in no variable. */
    private static final int NOBODY = -1;

    private Cookies() {}

    static void check(FlowView flow, RuleContext context) {
        if (!context.file().mayMention("addCookie")) {
            return;
        }
        List<Expr.Call> added = new ArrayList<>();
        Map<Integer, Set<String>> called = new HashMap<>();
        Walk.expressions(flow.method(), expr -> {
            if (!(expr instanceof Expr.Call call)) {
                return;
            }
            if (call.method().name().equals("addCookie") && call.args().size() == 1) {
                added.add(call);
            } else if (call.args().size() == 1) {
                Object given = flow.value(call.args().get(0)).constant();
                int cookie = call.receiver() instanceof Expr.Local local ? local.id() : NOBODY;
                Set<String> done = called.computeIfAbsent(cookie, key -> new HashSet<>());
                if (!Boolean.FALSE.equals(given)) {
                    done.add(call.method().name());
                }
                if (call.method().name().equals("setMaxAge")
                        && Integer.valueOf(0).equals(given)) {
                    done.addAll(CLOSING); // taken back
                }
            }
        });
        if (added.isEmpty()) {
            return;
        }
        Slice slice = context.slice(flow.method());
        for (Expr.Call call : added) {
            Expr cookie = call.args().get(0);
            int id = cookie instanceof Expr.Local local ? local.id() : NOBODY;
            if (called.getOrDefault(id, Set.of()).containsAll(CLOSING)) {
                continue;
            }
            Label secret = Leaks.shown(flow.value(cookie));
            if (secret != null && (secret.kind() != Kind.MAC || isToken(cookie, slice, flow, true))) {
                report(Messages.openCookie(secret), secret, call, context);
            } else if (secret == null && isToken(cookie, slice, flow, false)) {
                report(Messages.OPEN_TOKEN, null, call, context);
            }
        }
    }

    private static void report(String message, @Nullable Label secret, Expr.Call call, RuleContext context) {
        context.report(
                Severity.WARNING,
                call.nameSpan(),
                message,
                secret == null ? List.of() : secret.trace().steps(),
                null);
    }

    /**
     * What a cookie is called that is made here: a token opens the door by itself. A bare {@code token} is sign enough where
     * something is handed in that is not written in the code, as when a cookie is taken back.
     */
    private static boolean isToken(Expr cookie, Slice slice, FlowView flow, boolean strong) {
        return slice.madeFrom(
                cookie,
                part -> part instanceof Expr.New made
                        && made.type().simpleName().equals("Cookie")
                        && made.args().size() >= 2
                        && isOfServlets(made)
                        && isToken(flow.value(made.args().get(0)).text(), flow.names(), strong)
                        && (strong || flow.value(made.args().get(1)).constant() == null && !isNothing(made)));
    }

    /** A nonce, a challenge or a CSRF token opens nothing. */
    private static boolean isToken(@Nullable String name, SecretNames names, boolean strong) {
        NameVerdict verdict = name == null ? null : names.classify(name).orElse(null);
        if (name == null || verdict == null || verdict.kind() != Kind.TOKEN) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return verdict.strong()
                ? strong || !lower.contains("csrf") && !lower.contains("xsrf")
                : !strong && lower.endsWith("token");
    }

    private static boolean isOfServlets(Expr.New made) {
        String type = made.type().name();
        return type.indexOf('.') < 0 || type.contains(".servlet.");
    }

    private static boolean isNothing(Expr.New made) {
        return made.args().get(1) instanceof Expr.Literal;
    }
}
