package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.keywright.checks.ir.Span;
import org.jspecify.annotations.Nullable;

/** Lines and columns of the parser → offsets. */
final class Spans {

    private final int[] lineStarts;
    private final int length;
    private final int @Nullable [] offsets;

    /** @param offsets from offsets of the parsed text to those of the file's; null when they are the same */
    Spans(int[] lineStarts, int length, int @Nullable [] offsets) {
        this.lineStarts = lineStarts;
        this.length = length;
        this.offsets = offsets;
    }

    Span of(Node node) {
        Range range = node.getRange().orElse(null);
        return range == null ? Span.NONE : of(range);
    }

    /** From the start of one node to the end of another. */
    Span between(Node first, Node last) {
        Span start = of(first);
        Span end = of(last);
        return start.known() && end.known() ? new Span(start.start(), end.end()) : Span.NONE;
    }

    private Span of(Range range) {
        int start = offset(range.begin.line, range.begin.column);
        int end = offset(range.end.line, range.end.column) + 1;
        int last = Math.max(start, Math.min(end, length));
        return offsets == null ? new Span(start, last) : new Span(original(start), original(last));
    }

    /** Behind the end of the file's own text stand only the braces that recovery has added. */
    private int original(int offset) {
        int[] map = offsets;
        return map == null ? offset : map[Math.min(offset, map.length - 1)];
    }

    private int offset(int line, int column) {
        if (line < 1) {
            return 0;
        }
        int start = line <= lineStarts.length ? lineStarts[line - 1] : length;
        return Math.min(length, start + Math.max(0, column - 1));
    }
}
