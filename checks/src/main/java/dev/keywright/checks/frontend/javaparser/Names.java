package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;

/** Names that the language itself gives a meaning to, and what the look of a name says. */
final class Names {

    static final TypeRef OBJECT = TypeRef.of("java.lang.Object");
    static final TypeRef BOOLEAN = TypeRef.of("boolean");
    static final TypeRef INT = TypeRef.of("int");
    static final TypeRef LONG = TypeRef.of("long");
    static final TypeRef FLOAT = TypeRef.of("float");
    static final TypeRef DOUBLE = TypeRef.of("double");
    static final TypeRef CHAR = TypeRef.of("char");
    static final TypeRef NULL = TypeRef.UNKNOWN;

    private Names() {}

    static boolean isUnknown(TypeRef type) {
        return !type.resolved() && type.name().equals("?");
    }

    /** {@code Foo}, but not {@code FOO} and not {@code foo}. */
    static boolean looksLikeType(String name) {
        if (!Character.isUpperCase(name.charAt(0))) {
            return false;
        }
        if (name.length() <= 2) {
            return true;
        }
        for (int i = 1; i < name.length(); i++) {
            if (Character.isLowerCase(name.charAt(i))) {
                return true;
            }
        }
        return name.indexOf('_') < 0 && name.length() <= 4;
    }

    /** As {@link #looksLikeType}, where only a type can stand: {@code GET} is one too. */
    static boolean looksLikeAnyType(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    static TypeRef boxed(TypeRef type) {
        if (!type.isPrimitive()) {
            return type;
        }
        return switch (type.name()) {
            case "int" -> TypeRef.of("java.lang.Integer");
            case "char" -> TypeRef.of("java.lang.Character");
            default ->
                TypeRef.of("java.lang." + Character.toUpperCase(type.name().charAt(0))
                        + type.name().substring(1));
        };
    }

    static TypeRef unboxed(TypeRef type) {
        if (type.dims() != 0) {
            return type;
        }
        return switch (type.name()) {
            case "java.lang.Integer" -> INT;
            case "java.lang.Long" -> LONG;
            case "java.lang.Boolean" -> BOOLEAN;
            case "java.lang.Character" -> CHAR;
            case "java.lang.Double" -> DOUBLE;
            case "java.lang.Float" -> FLOAT;
            case "java.lang.Short" -> TypeRef.of("short");
            case "java.lang.Byte" -> TypeRef.of("byte");
            default -> type;
        };
    }

    /** The rank in widening conversions; 0 for what is no number. */
    static int rank(TypeRef type) {
        if (type.dims() != 0) {
            return 0;
        }
        return switch (type.name()) {
            case "byte" -> 1;
            case "short" -> 2;
            case "char" -> 2;
            case "int" -> 3;
            case "long" -> 4;
            case "float" -> 5;
            case "double" -> 6;
            default -> 0;
        };
    }

    /** Binary numeric promotion; unknown when either is no number. */
    static TypeRef promote(TypeRef left, TypeRef right) {
        int rank = Math.max(rank(unboxed(left)), rank(unboxed(right)));
        if (rank(unboxed(left)) == 0 || rank(unboxed(right)) == 0) {
            return TypeRef.UNKNOWN;
        }
        return switch (rank) {
            case 4 -> LONG;
            case 5 -> FLOAT;
            case 6 -> DOUBLE;
            default -> INT;
        };
    }
}
