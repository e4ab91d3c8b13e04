package dev.keywright.checks.flow;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text that was put together.
 *
 * @param text what stands there, null when it is a value
 * @param value the value; {@link Value#NONE} beside a text
 */
public record Piece(@Nullable String text, Value value) {

    static Piece of(String text) {
        return new Piece(text, Value.NONE);
    }
}
