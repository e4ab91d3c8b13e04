package dev.keywright.checks.report;

import dev.keywright.checks.finding.Location;
import java.util.Optional;

/** Scanned text made harmless for a terminal, and cut to what a reader can use. */
final class Plain {

    /** The widest excerpt of a line; generated code has lines of megabytes. */
    private static final int WIDEST = 160;

    /** One line of source and where the finding stands in it, both as they are shown. */
    record Excerpt(int line, String text, int column, int width) {}

    private Plain() {}

    /** Control characters, which could steer a terminal, and those that reorder text, are replaced. */
    static String text(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(steers(c) ? '\ufffd' : c == '\t' ? ' ' : c);
        }
        return plain.toString();
    }

    private static boolean steers(char c) {
        boolean reorders = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069' || c == '\u061c';
        return Character.isISOControl(c) && c != '\t' || reorders || c == '\u2028' || c == '\u2029';
    }

    /** The first line of a location; empty when the source does not reach so far. */
    static Optional<Excerpt> excerpt(CharSequence source, Location location) {
        int offset = location.span().start();
        if (offset < 0 || offset > source.length()) {
            return Optional.empty();
        }
        int start = offset;
        while (start > 0 && !endsLine(source.charAt(start - 1)) && offset - start < WIDEST / 2) {
            start--;
        }
        int end = offset;
        while (end < source.length() && !endsLine(source.charAt(end)) && end - start < WIDEST) {
            end++;
        }
        int last = Math.min(end, Math.max(location.span().end(), offset + 1));
        return Optional.of(new Excerpt(
                location.start().line(),
                text(source.subSequence(start, end)),
                offset - start,
                Math.max(1, last - offset)));
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }
}
