package dev.keywright.checks.flow;

import org.jspecify.annotations.Nullable;

/**
 * A part of a method's input that a value depends on; the callers say what it is.
 *
 * @param index of the parameter, -1 for the object the method is called on
 * @param field a field of it; null for the whole
 * @param digested whether only a digest of it arrives
 */
record Input(int index, @Nullable String field, boolean digested) {

    static final int THIS = -1;
}
