package dev.keywright.checks.flow;

import org.jspecify.annotations.Nullable;

/**
 * A part of a method's input that a value depends on; the callers say what it is.
 *
 * @param index of the parameter, -1 for the object the method is called on
 * @param field a {@linkplain #holder field} of it, the {@link #key} of an entry, or both; null for the whole
 * @param digested whether only a digest of it arrives
 */
record Input(int index, @Nullable String field, boolean digested) {

    static final int THIS = -1;

    /** The key of an entry of which nobody knows the key. */
    static final String SOME = "?";

    private static final char ENTRY = '[';

    /** Whether it is all of a parameter. */
    boolean isWhole() {
        return index >= 0 && field == null;
    }

    /** The entry that a map holds under a constant key, where the map is handed in or kept in a field; no entry of an entry. */
    Input entry(String key) {
        return key() != null ? this : new Input(index, (field == null ? "" : field) + ENTRY + key, digested);
    }

    /** The key of the entry; null where it is none. */
    @Nullable
    String key() {
        if (field == null) {
            return null;
        }
        int at = field.indexOf(ENTRY);
        return at < 0 ? null : field.substring(at + 1);
    }

    /** The field, or the one that holds the entry; null for what was handed in itself. */
    @Nullable
    String holder() {
        if (field == null) {
            return null;
        }
        int at = field.indexOf(ENTRY);
        return at < 0 ? field : at == 0 ? null : field.substring(0, at);
    }
}
