package dev.keywright.checks.ir;

/** A range of a source file in characters, {@code end} exclusive; {@link #NONE} where the front end knows none. */
public record Span(int start, int end) {

    public static final Span NONE = new Span(-1, -1);

    public boolean known() {
        return start >= 0;
    }

    /** Whether another range lies within this one, or is the same. */
    public boolean contains(Span inner) {
        return start <= inner.start && inner.end <= end;
    }
}
