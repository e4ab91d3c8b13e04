package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;

/** Which arguments of a call that registers a route are its path and its handler. */
final class RouteArguments {

    private RouteArguments() {}

    /** The function among the arguments behind the path, else the second. */
    static int handlerIndex(Expr.Call call) {
        for (int i = 1; i < call.args().size(); i++) {
            Expr argument = call.args().get(i);
            if (argument instanceof Expr.Lambda || argument instanceof Expr.MethodReference) {
                return i;
            }
        }
        return 1;
    }

    /** The path itself, out of what wraps it. */
    static Expr pathOf(Expr expr) {
        return expr instanceof Expr.Call made && made.args().size() == 1
                ? made.args().get(0)
                : expr;
    }

    /** Whether an argument may be a path. */
    static boolean isPath(Expr expr) {
        return expr.type().isString()
                || expr instanceof Expr.Literal literal && literal.value() instanceof String
                || expr instanceof Expr.Concat
                || expr instanceof Expr.Field
                || expr instanceof Expr.Local && !expr.type().resolved();
    }
}
