package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import java.util.function.Predicate;

/** Whether a part of a request is in what a signature covers, also where a method of the program puts the text together. */
final class Covered {

    private static final int DEEPEST = 2;

    /** A part of a request, in the method that reads it. */
    @FunctionalInterface
    interface Part {
        boolean is(Expr expr, RequestParts parts, Slice slice);
    }

    private final Program program;
    private final Part part;
    private final Predicate<Expr> closed;

    /** @param closed what is not looked into */
    Covered(Program program, Part part, Predicate<Expr> closed) {
        this.program = program;
        this.part = part;
        this.closed = closed;
    }

    boolean by(Verification verification, RequestParts parts, Slice slice) {
        return verification.inputs().stream().anyMatch(input -> in(input, parts, slice, 0));
    }

    private boolean in(Expr value, RequestParts parts, Slice slice, int depth) {
        return slice.trace(
                value,
                expr -> part.is(expr, parts, slice)
                        || expr instanceof Expr.Call call && depth < DEEPEST && inAnswer(call, depth),
                closed);
    }

    /** {@code canonical(request)}: what such a helper answers is made of the request that it is handed. */
    private boolean inAnswer(Expr.Call call, int depth) {
        MethodDecl helper = program.method(call.method());
        if (helper == null || helper.body() == null) {
            return false;
        }
        RequestParts parts = new RequestParts(helper);
        if (!parts.hasRequest()) {
            return false;
        }
        Slice slice = new Slice(helper);
        boolean[] found = new boolean[1];
        Statements.each(helper.body(), stmt -> {
            if (!found[0] && stmt instanceof Stmt.Return returned && returned.value() != null) {
                found[0] = in(returned.value(), parts, slice, depth + 1);
            }
        });
        return found[0];
    }
}
