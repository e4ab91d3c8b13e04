package dev.keywright.checks.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as far as it is known.
 *
 * @param name the qualified name of the erasure, nested types with dots ({@code java.util.Map.Entry}); a primitive's
 *     keyword; the simple name as written when not {@code resolved}; {@code "?"} when nothing is known
 * @param resolved whether {@code name} is a qualified name that can be relied on
 * @param args type arguments, empty when raw or unknown; a wildcard is its upper bound
 * @param dims array dimensions
 */
public record TypeRef(String name, boolean resolved, List<TypeRef> args, int dims) {

    public static final TypeRef UNKNOWN = new TypeRef("?", false, List.of(), 0);
    public static final TypeRef STRING = of("java.lang.String");
    public static final TypeRef VOID = of("void");

    public TypeRef {
        args = List.copyOf(args);
    }

    public static TypeRef of(String qualifiedName) {
        return new TypeRef(qualifiedName, true, List.of(), 0);
    }

    public static TypeRef unresolved(String simpleName) {
        return new TypeRef(simpleName, false, List.of(), 0);
    }

    /** Whether this is exactly the named type, not an array of it. An unresolved type is no named type. */
    public boolean is(String qualifiedName) {
        return resolved && dims == 0 && name.equals(qualifiedName);
    }

    public boolean isArrayOf(String elementName) {
        return resolved && dims == 1 && name.equals(elementName);
    }

    public boolean isString() {
        return is("java.lang.String");
    }

    public boolean isPrimitive() {
        return dims == 0
                && switch (name) {
                    case "boolean", "byte", "short", "char", "int", "long", "float", "double" -> true;
                    default -> false;
                };
    }

    /** The last part of the name, known even when the type is not resolved. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    // Written out: types are compared from the first second on, where a record's own way is linked and interpreted.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof TypeRef type
                        && dims == type.dims
                        && resolved == type.resolved
                        && name.equals(type.name)
                        && args.equals(type.args);
    }

    @Override
    public int hashCode() {
        return (name.hashCode() * 31 + args.hashCode()) * 31 + dims * 2 + (resolved ? 1 : 0);
    }

    public TypeRef arrayOf() {
        return new TypeRef(name, resolved, args, dims + 1);
    }

    public TypeRef element() {
        return dims == 0 ? UNKNOWN : new TypeRef(name, resolved, args, dims - 1);
    }
}
