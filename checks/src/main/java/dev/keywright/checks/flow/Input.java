package dev.keywright.checks.flow;

import org.jspecify.annotations.Nullable;

/**
 * A part of a method's input that a value depends on; the callers say what it is.
 *
 * @param index of the parameter, -1 for the object the method is called on
 * @param field a field of it, or the {@link #key} of an entry; null for the whole
 * @param digested whether only a digest of it arrives
 */
record Input(int index, @Nullable String field, boolean digested) {

    static final int THIS = -1;

    private static final char ENTRY = '[';

    /** The entry that a map handed in holds under a constant key. */
    Input entry(String key) {
        return new Input(index, ENTRY + key, digested);
    }

    /** The key of the entry; null where it is none. */
    @Nullable
    String key() {
        return field != null && !field.isEmpty() && field.charAt(0) == ENTRY ? field.substring(1) : null;
    }
}
