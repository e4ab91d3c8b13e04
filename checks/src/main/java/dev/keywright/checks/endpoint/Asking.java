package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Walk;
import java.util.regex.Pattern;

/** Whether code that stands before a handler seems to ask who calls. */
final class Asking {

    private static final Pattern ASKS = Pattern.compile(
            "(?i).*(auth|secur|jwt|guard|protect|session|login|permission|role|acl|keycloak|oidc|verif).*");

    private Asking() {}

    /** Whether a handler hands the request on to the next. */
    static boolean passesOn(Expr handler) {
        return handler instanceof Expr.Lambda
                && Walk.any(
                        handler,
                        part -> part instanceof Expr.Call call
                                && call.method().name().equals("next")
                                && call.args().isEmpty());
    }

    /** Whether an expression speaks of authentication anywhere, or answers with 401 or 403. */
    static boolean asks(Expr expr) {
        return Walk.any(expr, Asking::asksItself)
                || ASKS.matcher(expr.type().simpleName()).matches();
    }

    private static boolean asksItself(Expr part) {
        if (part instanceof Expr.Call call) {
            return ASKS.matcher(call.method().name()).matches()
                    || ASKS.matcher(call.method().owner().simpleName()).matches();
        }
        if (part instanceof Expr.Literal literal) {
            return Integer.valueOf(401).equals(literal.value())
                    || Integer.valueOf(403).equals(literal.value());
        }
        if (part instanceof Expr.New made) {
            return ASKS.matcher(made.type().simpleName()).matches();
        }
        return ASKS.matcher(Naming.ofPlace(part)).matches();
    }
}
