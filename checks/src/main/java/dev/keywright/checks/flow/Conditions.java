package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.UnaryOp;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are known without a run: constants by the language's own rules, and what is made of them and of the
 * {@linkplain Givens parameters} that a call hands a constant to. The compiler leaves a side that is dead by the language's
 * rules out of the class file, so nothing can leak there; nothing leaks of this call on a side that its arguments close. Other
 * variables are not asked.
 */
final class Conditions {

    private static final int DEEPEST = 40;
    private static final Set<String> STRING_EQUALS = Set.of("equals", "equalsIgnoreCase", "contentEquals");

    private final Givens givens;

    Conditions(Givens givens) {
        this.givens = givens;
    }

    /** True or false where the source itself, or the call, says so; null where it takes a run to know. */
    @Nullable
    Boolean known(@Nullable Expr condition) {
        return condition != null && value(condition, 0) instanceof Boolean known ? known : null;
    }

    /** The constant that an expression is: Boolean, String, Character or Number; null where it is none. */
    @Nullable
    Object constant(Expr expr) {
        return value(expr, 0);
    }

    private @Nullable Object value(Expr expr, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (expr instanceof Expr.Literal literal) {
            return literal.value();
        }
        if (expr instanceof Expr.Field field) {
            return field.constant();
        }
        if (expr instanceof Expr.Local local) {
            return givens.ask(local);
        }
        if (expr instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return value(unary.operand(), depth + 1) instanceof Boolean known ? !known : null;
        }
        if (expr instanceof Expr.Call call && call.args().size() == 1 && call.receiver() != null) {
            return textEquals(call, depth + 1);
        }
        return expr instanceof Expr.Binary binary ? binary(binary, depth + 1) : null;
    }

    /** {@code "payload".equals(name)}: two texts that are known. */
    private @Nullable Object textEquals(Expr.Call call, int depth) {
        String name = call.method().name();
        Expr receiver = call.receiver();
        if (receiver == null || !STRING_EQUALS.contains(name)) {
            return null;
        }
        Object left = value(receiver, depth);
        Object right = value(call.args().get(0), depth);
        if (!(left instanceof String one) || !(right instanceof String other)) {
            return null;
        }
        return name.equals("equalsIgnoreCase") ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    private @Nullable Object binary(Expr.Binary binary, int depth) {
        switch (binary.op()) {
            case AND_AND, OR_OR, EQUAL, NOT_EQUAL -> {}
            default -> {
                return null;
            }
        }
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
