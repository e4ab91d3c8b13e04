package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.expr.BinaryExpr;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates {@link ConstantSyntax}. Bounded: a chain of names longer than 20 and a text over 64 Ki are no constants. */
final class Constants {

    private static final int LONGEST = 1 << 16;

    private Constants() {}

    static @Nullable Object value(ConstantSyntax syntax, SourceClass owner, int depth) {
        if (depth > 20) {
            return null;
        }
        if (syntax instanceof ConstantSyntax.Literal literal) {
            return literal.value();
        }
        if (syntax instanceof ConstantSyntax.Name name) {
            return named(name.name(), owner);
        }
        if (syntax instanceof ConstantSyntax.Negated negated) {
            return negate(value(negated.operand(), owner, depth + 1));
        }
        if (syntax instanceof ConstantSyntax.Sum sum) {
            return sum(sum.parts(), owner, depth + 1);
        }
        if (syntax instanceof ConstantSyntax.Arithmetic arithmetic) {
            return arithmetic(
                    arithmetic.op(),
                    value(arithmetic.left(), owner, depth + 1),
                    value(arithmetic.right(), owner, depth + 1));
        }
        return null;
    }

    private static @Nullable Object named(String name, SourceClass owner) {
        int dot = name.lastIndexOf('.');
        TypeScope scope = owner.bodyScope();
        if (dot < 0) {
            for (TypeScope at = scope; at != null; at = at.outer()) {
                if (at.className() != null) {
                    ClassInfo.FieldInfo field = inherited(at.hierarchy(), at.className(), name);
                    if (field != null) {
                        return field.constant();
                    }
                }
            }
            for (String type : scope.file().staticOwners(name)) {
                ClassInfo.FieldInfo field = inherited(scope.hierarchy(), type, name);
                if (field != null) {
                    return field.constant();
                }
            }
            return null;
        }
        TypeRef type = scope.resolve(TypeRef.unresolved(name.substring(0, dot)));
        ClassInfo.FieldInfo field =
                type.resolved() ? inherited(scope.hierarchy(), type.name(), name.substring(dot + 1)) : null;
        return field == null ? null : field.constant();
    }

    /** Guards against {@code A = B; B = A} as well: the depth of such a chain is that of the stack's guard below. */
    private static final ThreadLocal<Integer> CHAIN = ThreadLocal.withInitial(() -> 0);

    private static ClassInfo.@Nullable FieldInfo inherited(Hierarchy hierarchy, String type, String name) {
        int chain = CHAIN.get();
        if (chain > 20) {
            return null;
        }
        CHAIN.set(chain + 1);
        try {
            for (Hierarchy.Ancestor ancestor : hierarchy.lineage(type).ancestors()) {
                ClassInfo.FieldInfo field = ancestor.info().field(name);
                if (field != null) {
                    return field;
                }
            }
            return null;
        } finally {
            CHAIN.set(chain);
        }
    }

    private static @Nullable Object sum(List<ConstantSyntax> parts, SourceClass owner, int depth) {
        Object sum = null;
        for (ConstantSyntax part : parts) {
            Object next = value(part, owner, depth);
            if (next == null) {
                return null;
            }
            if (sum == null) {
                sum = next;
            } else if (sum instanceof String || next instanceof String) {
                String text = sum.toString() + next;
                if (text.length() > LONGEST) {
                    return null;
                }
                sum = text;
            } else {
                sum = arithmetic(BinaryExpr.Operator.PLUS, sum, next);
                if (sum == null) {
                    return null;
                }
            }
        }
        return sum;
    }

    private static @Nullable Object negate(@Nullable Object value) {
        if (value instanceof Integer number) {
            return -number;
        }
        if (value instanceof Long number) {
            return -number;
        }
        return value instanceof Double number ? (Object) (-number) : value instanceof Float number ? -number : null;
    }

    private static @Nullable Object arithmetic(
            BinaryExpr.Operator op, @Nullable Object leftValue, @Nullable Object rightValue) {
        Object left = leftValue instanceof Character c ? Integer.valueOf(c) : leftValue;
        Object right = rightValue instanceof Character c ? Integer.valueOf(c) : rightValue;
        if (left instanceof Integer a && right instanceof Integer b) {
            Long result = integral(op, a, b, 31);
            return result == null ? null : (Object) result.intValue();
        }
        if ((left instanceof Integer || left instanceof Long) && (right instanceof Integer || right instanceof Long)) {
            return integral(op, ((Number) left).longValue(), ((Number) right).longValue(), 63);
        }
        return null;
    }

    private static @Nullable Long integral(BinaryExpr.Operator op, long a, long b, int shiftMask) {
        return switch (op) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? null : (Long) (a / b);
            case REMAINDER -> b == 0 ? null : (Long) (a % b);
            case LEFT_SHIFT -> a << (b & shiftMask);
            case SIGNED_RIGHT_SHIFT -> a >> (b & shiftMask);
            case BINARY_AND -> a & b;
            case BINARY_OR -> a | b;
            case XOR -> a ^ b;
            default -> null;
        };
    }

    /** Assignment conversion of a constant; null when the value does not fit the type. */
    static @Nullable Object convert(@Nullable Object value, TypeRef type) {
        if (value == null || type.dims() != 0) {
            return null;
        }
        Object number = value instanceof Character c && !type.is("char") ? Integer.valueOf(c) : value;
        return switch (type.name()) {
            case "java.lang.String" -> value instanceof String ? value : null;
            case "boolean" -> value instanceof Boolean ? value : null;
            case "char" ->
                value instanceof Character ? value : value instanceof Integer i ? (Object) (char) i.intValue() : null;
            case "byte", "short", "int" -> number instanceof Integer ? number : null;
            case "long" ->
                number instanceof Integer || number instanceof Long ? (Object) ((Number) number).longValue() : null;
            case "float" -> number instanceof Number n ? (Object) n.floatValue() : null;
            case "double" -> number instanceof Number n ? (Object) n.doubleValue() : null;
            default -> null;
        };
    }
}
