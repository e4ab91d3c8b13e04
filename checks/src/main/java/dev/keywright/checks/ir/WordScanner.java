package dev.keywright.checks.ir;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a Java source without parsing it. What it cannot be sure of, because a literal or comment does not end or
 * an identifier is written with escapes, it says so of.
 */
final class WordScanner {

    private static final int BLANK = 0;
    private static final int SIGN = 1;
    private static final int LETTER = 2;
    private static final int DIGIT = 3;
    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            boolean letter = Character.isLetter(c) || c == '_' || c == '$';
            KINDS[c] = (byte) (c <= ' ' ? BLANK : letter ? LETTER : Character.isDigit(c) ? DIGIT : SIGN);
        }
    }

    private final String source;
    private final char[] text;
    private final boolean escapes;
    private final Lexicon lexicon;
    private int[] starts;
    private int[] ids;
    private int count;
    private boolean sure = true;

    /** After {@code ::}, until the name that is meant. */
    private boolean referred;

    private WordScanner(String source, Lexicon lexicon) {
        this.source = source;
        this.text = source.toCharArray();
        this.escapes = source.contains("\\u");
        this.lexicon = lexicon;
        this.starts = new int[Math.max(16, text.length / 24)];
        this.ids = new int[starts.length];
    }

    static SourceWords scan(String source, Lexicon lexicon) {
        WordScanner scanner = new WordScanner(source, lexicon);
        scanner.run();
        return new SourceWords(
                lexicon,
                Arrays.copyOf(scanner.starts, scanner.count),
                Arrays.copyOf(scanner.ids, scanner.count),
                scanner.sure);
    }

    private void run() {
        int at = 0;
        while (at < text.length) {
            char c = text[at];
            switch (kind(c)) {
                case BLANK:
                    at++;
                    break;
                case LETTER:
                    int end = at + 1;
                    while (end < text.length && kind(text[end]) >= LETTER) {
                        end++;
                    }
                    word(at, end);
                    at = end;
                    break;
                case DIGIT:
                    while (at < text.length && kind(text[at]) >= LETTER) {
                        at++;
                    }
                    break;
                default:
                    at = sign(c, at);
            }
        }
    }

    private void word(int from, int to) {
        int id = lexicon.number(text, from, to, false);
        add(from, id);
        int next = to;
        while (next < text.length && text[next] <= ' ') {
            next++;
        }
        char follows = next < text.length ? text[next] : ' ';
        // A comment may stand between a name and its arguments, type arguments between "::" and a name.
        if (follows == '(' || follows == '/' || referred) {
            lexicon.call(id);
        }
        referred &= follows == '<' || follows == '>' || follows == ',' || follows == '.';
    }

    private int sign(char c, int at) {
        char next = at + 1 < text.length ? text[at + 1] : ' ';
        if (c == '/' && next == '/') {
            return lineEnd(at);
        }
        if (c == '/' && next == '*') {
            return comment(at + 2);
        }
        if (c == '"') {
            return literal(at);
        }
        if (c == '\'') {
            return character(at + 1);
        }
        sure &= c != '\\';
        referred |= c == ':' && next == ':';
        return at + 1;
    }

    private static int kind(char c) {
        return c < KINDS.length ? KINDS[c] : foreign(c);
    }

    private static int foreign(char c) {
        return Character.isJavaIdentifierStart(c) || Character.isSurrogate(c)
                ? LETTER
                : Character.isJavaIdentifierPart(c) ? DIGIT : SIGN;
    }

    private void add(int start, int id) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ids = Arrays.copyOf(ids, count * 2);
        }
        starts[count] = start;
        ids[count++] = id;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < text.length && text[at] != '\n' && text[at] != '\r') {
            at++;
        }
        escapes(from, at);
        return at;
    }

    private int comment(int from) {
        int end = source.indexOf("*/", from);
        escapes(from, end < 0 ? text.length : end);
        sure &= end >= 0;
        return end < 0 ? text.length : end + 2;
    }

    private void escapes(int from, int to) {
        for (int at = from; escapes && at < to; at++) {
            if (text[at] == '\\') {
                escape(at);
            }
        }
    }

    /** A comment that ends with an escaped line end, star or slash is nobody's; it only must not lead astray. */
    private void escape(int at) {
        if (at + 1 < text.length && text[at + 1] == 'u') {
            int digit = at + 2;
            while (digit < text.length && text[digit] == 'u') {
                digit++;
            }
            if (digit + 4 <= text.length && text[digit] == '0' && text[digit + 1] == '0') {
                String code = new String(text, digit + 2, 2).toLowerCase(Locale.ROOT);
                sure &= !(code.equals("0a") || code.equals("0d") || code.equals("2a") || code.equals("2f"));
            }
        }
    }

    private int character(int from) {
        int at = from;
        while (at < text.length && text[at] != '\'') {
            if (text[at] == '\n') {
                sure = false;
                return at;
            }
            at += text[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int literal(int quote) {
        if (quote + 2 < text.length && text[quote + 1] == '"' && text[quote + 2] == '"') {
            return block(quote);
        }
        int at = quote + 1;
        boolean escaped = false;
        while (at < text.length && text[at] != '"') {
            if (text[at] == '\n') {
                break;
            }
            escaped |= text[at] == '\\';
            at += text[at] == '\\' ? 2 : 1;
        }
        boolean ended = at < text.length && text[at] == '"';
        sure &= ended;
        text(quote, quote + 1, Math.min(at, text.length), escaped);
        return ended ? at + 1 : at;
    }

    private int block(int quote) {
        boolean escaped = false;
        for (int at = quote + 3; at < text.length; at++) {
            if (text[at] == '\\') {
                escaped = true;
                at++;
            } else if (text[at] == '"' && at + 2 < text.length && text[at + 1] == '"' && text[at + 2] == '"') {
                text(quote, quote + 3, at, escaped);
                return at + 3;
            }
        }
        sure = false;
        return text.length;
    }

    private void text(int quote, int from, int to, boolean escaped) {
        if (!escaped) {
            add(quote, lexicon.number(text, from, to, true));
            return;
        }
        String plain = unescaped(new String(text, from, to - from));
        if (plain == null) {
            sure = false;
        } else {
            add(quote, lexicon.number(plain.toCharArray(), 0, plain.length(), true));
        }
    }

    /** Null when the escapes are wrong, or hide the end of the literal. */
    private static @Nullable String unescaped(String raw) {
        try {
            String text = raw;
            for (int at = text.indexOf("\\u"); at >= 0; at = text.indexOf("\\u", at + 1)) {
                if (backslashes(text, at) % 2 != 0) {
                    continue;
                }
                int digits = at + 2;
                while (text.charAt(digits) == 'u') {
                    digits++;
                }
                char c = (char) Integer.parseInt(text.substring(digits, digits + 4), 16);
                if (c == '"' || c == '\\' || c == '\n' || c == '\r') {
                    return null;
                }
                text = text.substring(0, at) + c + text.substring(digits + 4);
            }
            return text.translateEscapes();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static int backslashes(String text, int before) {
        int count = 0;
        while (count < before && text.charAt(before - count - 1) == '\\') {
            count++;
        }
        return count;
    }
}
