package dev.keywright.checks.frontend.javac;

import java.util.Arrays;

/**
 * Finds names and closing brackets in the source text, past comments and literals. The tree API has no positions of names,
 * and on a plain {@code javac} command line no ends of trees either.
 */
final class SourceScanner {

    private final CharSequence text;
    private int[] opens = new int[0];
    private int[] closes = new int[0];
    private boolean matched;

    SourceScanner(CharSequence text) {
        this.text = text;
    }

    /** The first whole word {@code name} at or after an offset; -1 when there is none. */
    int word(CharSequence name, int from) {
        if (from < 0 || name.length() == 0) {
            return -1;
        }
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isJavaIdentifierStart(c)) {
                int end = wordEnd(i);
                if (end - i == name.length() && CharSequence.compare(text.subSequence(i, end), name) == 0) {
                    return i;
                }
                i = end;
            } else {
                i = Character.isDigit(c) ? wordEnd(i) : next(i);
            }
        }
        return -1;
    }

    /** The offset behind the next {@code close}, past comments and literals; {@code from} when there is none. */
    int behind(char close, int from) {
        for (int i = Math.max(from, 0); i < text.length(); i = next(i)) {
            if (text.charAt(i) == close) {
                return i + 1;
            }
        }
        return from;
    }

    /** The offset behind the literal or word that starts here. */
    int tokenEnd(int start) {
        if (start < 0 || start >= text.length()) {
            return start;
        }
        char c = text.charAt(start);
        if (c == '"' || c == '\'') {
            return next(start);
        }
        int i = start;
        while (i < text.length() && (Character.isJavaIdentifierPart(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        return Math.max(i, start + 1);
    }

    /** The offset behind the brace that closes the first one opened at or after an offset. */
    int behindBlock(int from) {
        if (!matched) {
            matchBraces();
        }
        int index = Arrays.binarySearch(opens, from);
        if (index < 0) {
            index = -index - 1;
        }
        return index < opens.length ? closes[index] : text.length();
    }

    private void matchBraces() {
        matched = true;
        int[] open = new int[64];
        int[] close = new int[64];
        int[] stack = new int[64];
        int count = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i = next(i)) {
            char c = text.charAt(i);
            if (c == '{') {
                if (count == open.length) {
                    open = Arrays.copyOf(open, count * 2);
                    close = Arrays.copyOf(close, count * 2);
                }
                if (depth == stack.length) {
                    stack = Arrays.copyOf(stack, depth * 2);
                }
                open[count] = i;
                close[count] = text.length();
                stack[depth++] = count++;
            } else if (c == '}' && depth > 0) {
                close[stack[--depth]] = i + 1;
            }
        }
        opens = Arrays.copyOf(open, count);
        closes = Arrays.copyOf(close, count);
    }

    private int wordEnd(int start) {
        int i = start;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The offset behind the character, comment or literal at {@code i}. */
    private int next(int i) {
        char c = text.charAt(i);
        if (c == '/' && i + 1 < text.length()) {
            char second = text.charAt(i + 1);
            if (second == '/') {
                return until('\n', i + 2);
            }
            return second == '*' ? behindText("*/", i + 2) : i + 1;
        }
        if (c == '"' && startsWith("\"\"\"", i)) {
            return behindQuoted("\"\"\"", i + 3);
        }
        if (c == '"' || c == '\'') {
            return behindQuoted(String.valueOf(c), i + 1);
        }
        return i + 1;
    }

    private int behindQuoted(String quote, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (startsWith(quote, i)) {
                return i + quote.length();
            } else if (c == '\n' && quote.length() == 1) {
                return i; // an unclosed literal ends with its line
            }
        }
        return text.length();
    }

    private int behindText(String end, int from) {
        for (int i = from; i < text.length(); i++) {
            if (startsWith(end, i)) {
                return i + end.length();
            }
        }
        return text.length();
    }

    private int until(char end, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != end) {
            i++;
        }
        return i;
    }

    private boolean startsWith(String prefix, int at) {
        if (at + prefix.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text.charAt(at + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
