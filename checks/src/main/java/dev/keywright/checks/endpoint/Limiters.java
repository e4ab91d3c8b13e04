package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises code that limits rates: by the libraries it calls, and by names that say so. */
final class Limiters {

    private static final List<String> SAY_LIMIT = List.of(
            "rate limit",
            "rate limited",
            "rate limiter",
            "rate limiting",
            "ratelimit",
            "ratelimiter",
            "throttle",
            "throttled",
            "throttling",
            "login attempt",
            "login attempts",
            "access limit",
            "request limit");
    private static final int HELPER_LEVELS = 2;

    private Limiters() {}

    /** Whether a name says that what bears it limits rates. */
    static boolean saysLimit(String name) {
        return Words.say(name, SAY_LIMIT);
    }

    /** Whether a method asks a limiter, itself or through a helper of the program. */
    static boolean callsLimiter(MethodDecl method, Program program) {
        return callsLimiter(method, program, HELPER_LEVELS);
    }

    private static boolean callsLimiter(MethodDecl method, Program program, int levels) {
        List<Expr.Call> calls = new ArrayList<>();
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Call call) {
                calls.add(call);
            }
        });
        for (Expr.Call call : calls) {
            String owner = call.method().owner().name();
            if (Protections.KNOWN.isLimiter(owner)
                    || saysLimit(call.method().name())
                    || saysLimit(call.method().owner().simpleName())
                    || receiverSaysLimit(call.receiver())) {
                return true;
            }
            MethodDecl helper = levels > 1 ? program.method(call.method()) : null;
            if (helper != null && callsLimiter(helper, program, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean receiverSaysLimit(@Nullable Expr receiver) {
        if (receiver instanceof Expr.Field field) {
            return saysLimit(field.name());
        }
        return receiver instanceof Expr.Local local && saysLimit(local.name());
    }
}
