package dev.keywright.checks.frontend.javaparser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Unicode escapes outside of literals and comments (JLS 3.3), translated before parsing. Inside of them the parser
 * understands them by itself.
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
            int end = mask[i] == '\\' ? escapeEnd(original, i) : -1;
            if (end > 0) {
                if (text == null) {
                    text = new StringBuilder(original.length()).append(original, 0, i);
                    for (int k = 0; k < i; k++) {
                        offsets[k] = k;
                    }
                }
                offsets[text.length()] = i;
                text.append((char) Integer.parseInt(original, end - 4, end, 16));
                i = end - 1;
            } else if (text != null) {
                offsets[text.length()] = i;
                text.append(original.charAt(i));
            }
        }
        if (text == null) {
            return new UnicodeEscapes(original, null);
        }
        offsets[text.length()] = original.length();
        return new UnicodeEscapes(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
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
