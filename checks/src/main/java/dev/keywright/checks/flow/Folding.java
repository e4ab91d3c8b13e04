package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.UnaryOp;
import org.jspecify.annotations.Nullable;

/** Operators on values that are known: numbers that an {@code int} or {@code long} holds, characters, truths. */
final class Folding {

    private Folding() {}

    /** The result as Java computes it; null where an operand is not known, or the result is none that matters here. */
    static @Nullable Object of(BinaryOp op, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Boolean || right instanceof Boolean) {
            return truth(op, left, right);
        }
        Long one = number(left);
        Long other = number(right);
        if (one == null || other == null) {
            return null;
        }
        boolean wide = left instanceof Long || right instanceof Long;
        long a = one;
        long b = other;
        return switch (op) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            case PLUS -> sized(a + b, wide);
            case MINUS -> sized(a - b, wide);
            case TIMES -> sized(a * b, wide);
            case DIVIDE -> b == 0 ? null : sized(a / b, wide);
            case REMAINDER -> b == 0 ? null : sized(a % b, wide);
            case BIT_AND -> sized(a & b, wide);
            case BIT_OR -> sized(a | b, wide);
            case BIT_XOR -> sized(a ^ b, wide);
            case SHIFT_LEFT -> sized(left instanceof Long ? a << b : (long) ((int) a << (int) b), left instanceof Long);
            default -> null;
        };
    }

    private static @Nullable Object truth(BinaryOp op, @Nullable Object left, @Nullable Object right) {
        return switch (op) {
            case AND_AND, BIT_AND -> either(left, right, false);
            case OR_OR, BIT_OR -> either(left, right, true);
            case EQUAL -> left != null && right != null ? left.equals(right) : null;
            case NOT_EQUAL, BIT_XOR -> left != null && right != null ? !left.equals(right) : null;
            default -> null;
        };
    }

    /** One side alone decides where it is what decides. */
    private static @Nullable Object either(@Nullable Object left, @Nullable Object right, boolean deciding) {
        if (Boolean.valueOf(deciding).equals(left) || Boolean.valueOf(deciding).equals(right)) {
            return deciding;
        }
        return left != null && right != null ? !deciding : null;
    }

    static @Nullable Object of(UnaryOp op, @Nullable Object operand) {
        if (op == UnaryOp.NOT) {
            return operand instanceof Boolean truth ? !truth : null;
        }
        Long number = number(operand);
        if (number == null) {
            return null;
        }
        return switch (op) {
            case NEGATE -> sized(-number, operand instanceof Long);
            case PLUS -> sized(number, operand instanceof Long);
            case BIT_NOT -> sized(~number, operand instanceof Long);
            default -> null;
        };
    }

    private static @Nullable Long number(@Nullable Object value) {
        if (value instanceof Character character) {
            return (long) character;
        }
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte
                ? ((Number) value).longValue()
                : null;
    }

    private static Object sized(long value, boolean wide) {
        if (wide) {
            return value;
        }
        return (int) value;
    }
}
