package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.TypeRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of literal values. */
final class Literals {

    private static final Map<Class<?>, TypeRef> TYPES = Map.of(
            String.class, TypeRef.STRING,
            Boolean.class, TypeRef.of("boolean"),
            Character.class, TypeRef.of("char"),
            Byte.class, TypeRef.of("byte"),
            Short.class, TypeRef.of("short"),
            Integer.class, TypeRef.of("int"),
            Long.class, TypeRef.of("long"),
            Float.class, TypeRef.of("float"),
            Double.class, TypeRef.of("double"));

    private Literals() {}

    /** The type of a literal with this value; unknown for {@code null}. */
    static TypeRef typeOf(@Nullable Object value) {
        return value == null ? TypeRef.UNKNOWN : TYPES.getOrDefault(value.getClass(), TypeRef.UNKNOWN);
    }
}
