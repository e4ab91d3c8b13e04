package dev.keywright.checks.rules.signature;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import java.util.List;
import java.util.Set;

/** What a branch of a verifying method decides. */
final class Outcome {

    private static final Set<String> REFUSING_CALLS = Set.of(
            "sendError", "abortWith", "setStatus", "setStatusCode", "sendResponseHeaders", "end", "setRawStatusCode");

    private Outcome() {}

    /** Whether a branch takes the caller in: it gives true, or hands the request on and returns. */
    static boolean accepts(Stmt branch) {
        Stmt last = last(branch);
        if (last instanceof Stmt.Return returned && returned.value() != null) {
            return isLiteral(returned.value(), true);
        }
        return false;
    }

    /** Whether a branch turns the caller away: it throws, gives false or null, or answers with an error. */
    static boolean refuses(Stmt branch) {
        boolean[] refuses = new boolean[1];
        Statements.each(branch, stmt -> {
            if (stmt instanceof Stmt.Throw
                    || (stmt instanceof Stmt.Return returned
                            && returned.value() != null
                            && (isLiteral(returned.value(), false) || answersWithError(returned.value())))
                    || (stmt instanceof Stmt.Expression expression
                            && expression.expr() instanceof Expr.Call call
                            && REFUSING_CALLS.contains(call.method().name()))) {
                refuses[0] = true;
            }
        });
        return refuses[0];
    }

    private static boolean answersWithError(Expr value) {
        boolean[] error = new boolean[1];
        Walk.expressions(value, part -> {
            if (part instanceof Expr.Field field
                    && Set.of("UNAUTHORIZED", "FORBIDDEN", "BAD_REQUEST").contains(field.name())) {
                error[0] = true;
            }
            if (part instanceof Expr.Literal literal
                    && (Integer.valueOf(401).equals(literal.value())
                            || Integer.valueOf(403).equals(literal.value()))) {
                error[0] = true;
            }
        });
        return error[0];
    }

    private static Stmt last(Stmt stmt) {
        Stmt current = stmt;
        while (current instanceof Stmt.Block block && !block.statements().isEmpty()) {
            List<Stmt> statements = block.statements();
            current = statements.get(statements.size() - 1);
        }
        return current;
    }

    static boolean isLiteral(Expr expr, boolean value) {
        return expr instanceof Expr.Literal literal && Boolean.valueOf(value).equals(literal.value());
    }
}
