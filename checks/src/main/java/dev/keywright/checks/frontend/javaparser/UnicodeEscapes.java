package dev.keywright.checks.frontend.javaparser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Unicode escapes outside of literals and comments (JLS 3.3), translated before parsing. Inside of them the parser
 * understands them by itself, but for those with more than one {@code u}, which are written with one.
 *
 * @param offsets for each offset of the text that of the original, one more than the text is long; null without an escape
 */
record UnicodeEscapes(String text, int @Nullable [] offsets) {

    static UnicodeEscapes translate(String original) {
        if (!original.contains("\\u")) {
            return new UnicodeEscapes(original, null);
        }
        char[] mask = Lexical.mask(original);
        StringBuilder text = null;
        int[] offsets = new int[original.length() + 1];
        for (int i = 0; i < original.length(); i++) {
            boolean bare = mask[i] == '\\';
            int end = bare || isDoubled(original, i) ? escapeEnd(original, i) : -1;
            if (end > 0 && text == null) {
                text = new StringBuilder(original.length()).append(original, 0, i);
                for (int k = 0; k < i; k++) {
                    offsets[k] = k;
                }
            }
            if (text == null) {
                continue;
            }
            int from = text.length();
            if (end < 0) {
                text.append(original.charAt(i));
            } else if (bare) {
                text.append((char) Integer.parseInt(original, end - 4, end, 16));
            } else {
                text.append("\\u").append(original, end - 4, end);
            }
            Arrays.fill(offsets, from, text.length(), i);
            i = Math.max(i, end - 1);
        }
        if (text == null) {
            return new UnicodeEscapes(original, null);
        }
        offsets[text.length()] = original.length();
        return new UnicodeEscapes(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
    }

    /** {@code \\uu0041}, whose backslash is none that another one escapes. */
    private static boolean isDoubled(String text, int start) {
        if (!text.startsWith("\\uu", start)) {
            return false;
        }
        int before = start;
        while (before > 0 && text.charAt(before - 1) == '\\') {
            before--;
        }
        return (start - before) % 2 == 0;
    }

    /** Where the escape that starts here ends; -1 when it is none. */
    private static int escapeEnd(String text, int start) {
        int i = start + 1;
        while (i < text.length() && text.charAt(i) == 'u') {
            i++;
        }
        if (i == start + 1 || i + 4 > text.length()) {
            return -1;
        }
        for (int k = i; k < i + 4; k++) {
            if (Character.digit(text.charAt(k), 16) < 0) {
                return -1;
            }
        }
        return i + 4;
    }
}
