package dev.keywright.checks.rules.signature;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a branch of a verifying method decides. */
final class Outcome {

    private static final Set<String> REFUSING_CALLS = Set.of(
            "sendError",
            "abortWith",
            "setStatus",
            "setStatusCode",
            "sendResponseHeaders",
            "end",
            "setRawStatusCode",
            "fail",
            "halt",
            "reject",
            "deny",
            "unauthorized",
            "forbidden",
            "badRequest",
            "error");
    private static final Set<String> REFUSING_STATUS =
            Set.of("UNAUTHORIZED", "FORBIDDEN", "BAD_REQUEST", "SC_UNAUTHORIZED", "SC_FORBIDDEN", "SC_BAD_REQUEST");
    private static final Set<String> NOTING =
            Set.of("increment", "inc", "mark", "printStackTrace", "println", "recordException", "addEvent");

    private Outcome() {}

    /** Whether a branch takes the caller in: it gives true, or hands the request on and returns. */
    static boolean accepts(Stmt branch) {
        Stmt last = Statements.last(branch);
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
                            && !isLogging(call)
                            && (REFUSING_CALLS.contains(call.method().name()) || answersWithError(call)))) {
                refuses[0] = true;
            }
        });
        return refuses[0];
    }

    /** Whether nothing after a branch runs: it ends in a return, a throw, a break or a continue. */
    static boolean leaves(Stmt branch) {
        Stmt last = Statements.last(branch);
        return last instanceof Stmt.Return
                || last instanceof Stmt.Throw
                || last instanceof Stmt.Break
                || last instanceof Stmt.Continue;
    }

    /** Whether a branch ends in a throw. */
    static boolean alwaysThrows(Stmt branch) {
        return Statements.last(branch) instanceof Stmt.Throw;
    }

    /** Whether a branch does nothing but write what happened to a log or count it. */
    static boolean onlyNotes(Stmt branch) {
        List<Stmt> statements = branch instanceof Stmt.Block block ? block.statements() : List.of(branch);
        return !statements.isEmpty()
                && statements.stream()
                        .allMatch(stmt -> stmt instanceof Stmt.Expression expression
                                && expression.expr() instanceof Expr.Call call
                                && (isLogging(call)
                                        || NOTING.contains(call.method().name())));
    }

    /** Whether a call is one of a logger's. */
    static boolean isLogging(Expr.Call call) {
        String owner = call.method().owner().simpleName().toLowerCase(Locale.ROOT);
        if (owner.endsWith("logger") || owner.equals("log") || owner.equals("printstream")) {
            return true;
        }
        Expr receiver = call.receiver();
        while (receiver instanceof Expr.Call link) {
            if (link.method().name().equals("getLogger")) {
                return true;
            }
            receiver = link.receiver();
        }
        String name =
                receiver == null ? "" : SignatureCheckBypassed.name(receiver).toLowerCase(Locale.ROOT);
        return name.equals("log") || name.equals("logger") || name.endsWith("_log") || name.endsWith("logger");
    }

    private static boolean answersWithError(Expr value) {
        return Walk.any(
                value,
                part -> (part instanceof Expr.Field field && REFUSING_STATUS.contains(field.name()))
                        || (part instanceof Expr.Call call
                                && Set.of("unauthorized", "forbidden", "badRequest")
                                        .contains(call.method().name()))
                        || (part instanceof Expr.Literal literal
                                && (Integer.valueOf(401).equals(literal.value())
                                        || Integer.valueOf(403).equals(literal.value())
                                        || Integer.valueOf(400).equals(literal.value()))));
    }

    static boolean isLiteral(Expr expr, boolean value) {
        return expr instanceof Expr.Literal literal && Boolean.valueOf(value).equals(literal.value());
    }
}
