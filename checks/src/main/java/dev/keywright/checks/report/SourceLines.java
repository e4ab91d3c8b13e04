package dev.keywright.checks.report;

import java.util.ArrayList;
import java.util.List;

/** Some lines of a source around a place. Lines are cut where they are too long to read. */
record SourceLines(int firstLine, List<Line> lines) {

    private static final int WIDEST = 400;

    /** Offsets of one line, without what ends it. */
    record Line(int start, int end) {}

    SourceLines {
        lines = List.copyOf(lines);
    }

    static SourceLines around(CharSequence source, int offset, int lineNumber, int around) {
        int start = startOfLine(source, offset);
        int first = lineNumber;
        for (int i = 0; i < around && start > 0; i++) {
            start = startOfLine(source, beforeLineEnd(source, start));
            first--;
        }
        List<Line> lines = new ArrayList<>();
        int wanted = lineNumber - first + 1 + around;
        while (lines.size() < wanted && start <= source.length()) {
            int end = endOfLine(source, start);
            boolean holdsIt = start <= offset && offset <= end;
            int from = holdsIt ? Math.max(start, offset - WIDEST / 2) : start;
            lines.add(new Line(from, Math.min(end, from + WIDEST)));
            if (end == source.length()) {
                break;
            }
            start = end
                    + (source.charAt(end) == '\r' && end + 1 < source.length() && source.charAt(end + 1) == '\n'
                            ? 2
                            : 1);
        }
        return new SourceLines(first, lines);
    }

    private static int startOfLine(CharSequence source, int offset) {
        int start = offset;
        while (start > 0 && !ends(source.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The end of the line before the one that starts here. */
    private static int beforeLineEnd(CharSequence source, int start) {
        boolean crlf = start > 1 && source.charAt(start - 1) == '\n' && source.charAt(start - 2) == '\r';
        return start - (crlf ? 2 : 1);
    }

    private static int endOfLine(CharSequence source, int start) {
        int end = start;
        while (end < source.length() && !ends(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean ends(char c) {
        return c == '\n' || c == '\r';
    }
}
