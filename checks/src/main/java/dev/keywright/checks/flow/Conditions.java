package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.UnaryOp;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are constants by the language's own rules: literals, constant fields and what is made of them. The
 * compiler leaves the dead side out of the class file, so nothing can leak there. Variables are not asked.
 */
final class Conditions {

    private static final int DEEPEST = 40;

    private Conditions() {}

    /** True or false where the source itself says so; null where it takes a run to know. */
    static @Nullable Boolean known(@Nullable Expr condition) {
        return condition != null && value(condition, 0) instanceof Boolean known ? known : null;
    }

    private static @Nullable Object value(Expr expr, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (expr instanceof Expr.Literal literal) {
            return literal.value();
        }
        if (expr instanceof Expr.Field field) {
            return field.constant();
        }
        if (expr instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return value(unary.operand(), depth + 1) instanceof Boolean known ? !known : null;
        }
        return expr instanceof Expr.Binary binary ? binary(binary, depth + 1) : null;
    }

    private static @Nullable Object binary(Expr.Binary binary, int depth) {
        Object left = value(binary.left(), depth);
        Object right = value(binary.right(), depth);
        switch (binary.op()) {
            case AND_AND -> {
                return Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)
                        ? Boolean.FALSE
                        : both(left, right) ? Boolean.TRUE : null;
            }
            case OR_OR -> {
                return Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)
                        ? Boolean.TRUE
                        : left instanceof Boolean && right instanceof Boolean ? Boolean.FALSE : null;
            }
            case EQUAL -> {
                return left instanceof Integer && right instanceof Integer ? left.equals(right) : null;
            }
            case NOT_EQUAL -> {
                return left instanceof Integer && right instanceof Integer ? !left.equals(right) : null;
            }
            default -> {
                return null;
            }
        }
    }

    private static boolean both(@Nullable Object left, @Nullable Object right) {
        return Boolean.TRUE.equals(left) && Boolean.TRUE.equals(right);
    }
}
