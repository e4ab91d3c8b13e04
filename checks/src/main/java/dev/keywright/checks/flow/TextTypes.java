package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;

/** Which types hold text, and which hold numbers alone, as far as is known. */
final class TextTypes {

    private TextTypes() {}

    /** Whether values of a type are text, or hold text, as far as is known. */
    static boolean isTextual(TypeRef type) {
        return switch (type.simpleName()) {
            case "String",
                    "CharSequence",
                    "StringBuilder",
                    "StringBuffer",
                    "?",
                    "ByteBuffer",
                    "ByteString",
                    "ByteSequence",
                    "OctetString" -> true;
            case "char", "byte" -> type.dims() > 0;
            case "Optional",
                    "List",
                    "Set",
                    "Collection",
                    "Mono",
                    "Flux",
                    "Supplier",
                    "CompletableFuture",
                    "Future",
                    "AtomicReference",
                    "Iterable",
                    "Uni" -> type.args().isEmpty() || isTextual(type.args().get(0));
            case "var" -> true;
            default -> false;
        };
    }

    /** Whether one generator of random numbers or another is chosen. */
    static boolean isGenerator(Expr.Conditional choice) {
        return isGenerator(choice.then().type())
                && isGenerator(choice.otherwise().type());
    }

    private static boolean isGenerator(TypeRef type) {
        return switch (type.simpleName()) {
            case "Random", "SecureRandom", "SplittableRandom", "ThreadLocalRandom", "RandomGenerator" -> true;
            default -> false;
        };
    }

    /** Elements that are parts of a text or key, none of which says anything by itself. */
    static boolean isRaw(String name) {
        return switch (name) {
            case "byte", "char", "short", "int", "long" -> true;
            default -> false;
        };
    }

    /** Numbers that hold no text: an {@code int} may be one character, or the hash of many. */
    static boolean isNumber(TypeRef type) {
        return type.dims() == 0
                && switch (type.name()) {
                    case "short",
                            "long",
                            "float",
                            "double",
                            "boolean",
                            "java.lang.Short",
                            "java.lang.Long",
                            "java.lang.Float",
                            "java.lang.Double",
                            "java.lang.Boolean" -> true;
                    default -> false;
                };
    }
}
