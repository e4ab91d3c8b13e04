package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import org.jspecify.annotations.Nullable;

/** Comparisons of values, told to the rules as events. */
final class Comparisons {

    private final MethodFlow flow;

    Comparisons(MethodFlow flow) {
        this.flow = flow;
    }

    void equality(Expr.Binary binary, Value left, Value right) {
        if (left.is(Flag.NULL) && left.labels().isEmpty()
                || right.is(Flag.NULL) && right.labels().isEmpty()
                || binary.left() instanceof Expr.Literal
                || binary.right() instanceof Expr.Literal) {
            return;
        }
        Event.How how;
        if (isHashCode(binary.left()) && isHashCode(binary.right())) {
            how = Event.How.HASH_CODE;
        } else if (isElement(binary.left()) && isElement(binary.right()) && flow.comparesWithEarlyExit()) {
            how = Event.How.LOOP;
        } else {
            return;
        }
        record(how, "==", left, right, binary.left(), binary.right(), binary, binary.span());
    }

    private static boolean isElement(Expr expr) {
        if (expr instanceof Expr.Cast cast) {
            return isElement(cast.operand());
        }
        return expr instanceof Expr.ArrayAccess
                || expr instanceof Expr.Call call && call.method().name().equals("charAt");
    }

    private static boolean isHashCode(Expr expr) {
        return expr instanceof Expr.Call call && call.method().name().equals("hashCode");
    }

    /** A lambda's parameter, of which nothing else may be known. */
    private static boolean isToken(@Nullable Expr expr) {
        return expr instanceof Expr.Local local && local.name().endsWith("Token");
    }

    void record(
            Event.How how,
            String method,
            Value left,
            Value right,
            @Nullable Expr leftExpr,
            @Nullable Expr rightExpr,
            Expr at,
            Span span) {
        boolean secret = !left.labels().isEmpty()
                || !right.labels().isEmpty()
                || !left.inputs().isEmpty()
                || !right.inputs().isEmpty()
                || isToken(leftExpr) && isToken(rightExpr);
        if (secret) {
            flow.record(
                    new Event.Comparison(how, method, left, right, leftExpr, rightExpr, at, span, flow.file(), null));
        }
    }
}
