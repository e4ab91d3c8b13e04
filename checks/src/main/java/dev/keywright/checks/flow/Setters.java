package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Stmt;

/** Whether a method gives a field another value whatever happens: before anything that may part ways. */
final class Setters {

    private Setters() {}

    static boolean sets(MethodDecl method, String field) {
        Stmt.Block body = method.body();
        if (body == null) {
            return false;
        }
        for (Stmt stmt : body.statements()) {
            if (!(stmt instanceof Stmt.Expression expression)) {
                return false;
            }
            if (expression.expr() instanceof Expr.Assign assign
                    && assign.op() == null
                    && assign.target() instanceof Expr.Field target
                    && target.name().equals(field)
                    && (target.target() == null || target.target() instanceof Expr.This)) {
                return true;
            }
        }
        return false;
    }
}
