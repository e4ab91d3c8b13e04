package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;

/**
 * How large a type may become when its variables are replaced. Inference and inheritance can double a type with each step:
 * {@code Pair<T, T>} of a pair of a pair. What is too large is cut, and the file that was being read is said to be.
 */
final class TypeBudget {

    /** No person writes a type with so many names in it. */
    private static final int MOST_PARTS = 1_000;

    private static final ThreadLocal<Boolean> EXCEEDED = ThreadLocal.withInitial(() -> false);

    private int parts;

    /** Begins a file on this thread. */
    static void begin() {
        EXCEEDED.set(false);
    }

    /** Whether a type was cut on this thread since the file began. */
    static boolean exceeded() {
        return EXCEEDED.get();
    }

    /** Notes that something was left out. */
    static void exceed() {
        EXCEEDED.set(true);
    }

    /** Counts the parts of a type that is put in; false when that are too many. */
    boolean takes(TypeRef type) {
        count(type);
        if (parts > MOST_PARTS) {
            exceed();
            return false;
        }
        return true;
    }

    private void count(TypeRef type) {
        if (++parts <= MOST_PARTS) {
            for (TypeRef arg : type.args()) {
                count(arg);
            }
        }
    }
}
