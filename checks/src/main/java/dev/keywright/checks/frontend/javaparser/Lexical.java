package dev.keywright.checks.frontend.javaparser;

/** The brackets of a source text, seen without parsing: comments, strings and characters are blanked out first. */
final class Lexical {

    private Lexical() {}

    /** The text with every comment and literal replaced by blanks; same length, same line ends. */
    static char[] mask(CharSequence text) {
        int length = text.length();
        char[] mask = new char[length];
        for (int i = 0; i < length; i++) {
            mask[i] = text.charAt(i);
        }
        int i = 0;
        while (i < length) {
            char c = mask[i];
            int end;
            if (c == '/' && at(mask, i + 1) == '/') {
                end = lineEnd(mask, i);
            } else if (c == '/' && at(mask, i + 1) == '*') {
                end = after(mask, i + 2, "*/");
            } else if (c == '"' && at(mask, i + 1) == '"' && at(mask, i + 2) == '"') {
                end = textBlock(mask, i + 3);
            } else if (c == '"' || c == '\'') {
                end = quoted(mask, i + 1, c);
            } else {
                i++;
                continue;
            }
            blank(mask, i, end);
            i = end;
        }
        return mask;
    }

    static void blank(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != '\n' && text[i] != '\r') {
                text[i] = ' ';
            }
        }
    }

    private static char at(char[] text, int index) {
        return index < text.length ? text[index] : '\0';
    }

    private static int lineEnd(char[] text, int from) {
        int i = from;
        while (i < text.length && text[i] != '\n' && text[i] != '\r') {
            i++;
        }
        return i;
    }

    private static int after(char[] text, int from, String end) {
        for (int i = from; i + 1 < text.length; i++) {
            if (text[i] == end.charAt(0) && text[i + 1] == end.charAt(1)) {
                return i + 2;
            }
        }
        return text.length;
    }

    private static int textBlock(char[] text, int from) {
        int i = from;
        while (i < text.length) {
            if (text[i] == '\\') {
                i++;
            } else if (text[i] == '"' && at(text, i + 1) == '"' && at(text, i + 2) == '"') {
                return i + 3;
            }
            i++;
        }
        return text.length;
    }

    /** A string or character ends at its quote, or at the line's end when the quote is missing. */
    private static int quoted(char[] text, int from, char quote) {
        int i = from;
        while (i < text.length && text[i] != '\n' && text[i] != '\r') {
            if (text[i] == '\\') {
                i++;
            } else if (text[i] == quote) {
                return i + 1;
            }
            i++;
        }
        return Math.min(i, text.length);
    }
}
