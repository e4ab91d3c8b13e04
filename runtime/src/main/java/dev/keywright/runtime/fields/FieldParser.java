package dev.keywright.runtime.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one field. Every method answers null when the text is not what it should be; none throws. One pass, no recursion. */
final class FieldParser {

    private static final int MOST_DIGITS = 15;
    private static final int END = -1;

    /** Zero for each character that a key may go on with, -1 for the others. */
    private static final byte[] NOT_IN_KEYS = new byte[128];

    static {
        Arrays.fill(NOT_IN_KEYS, (byte) -1);
        String letters = "abcdefghijklmnopqrstuvwxyz0123456789_-.*";
        for (int i = 0; i < letters.length(); i++) {
            NOT_IN_KEYS[letters.charAt(i)] = 0;
        }
    }

    private final String text;
    private int at;
    /** How often something was read that has a shorter form: spaces, and a truth that need not be written. */
    private int spare;

    FieldParser(String text) {
        this.text = text;
    }

    @Nullable
    Dictionary dictionary() {
        skip(' ', ' ');
        Named<Element> members = new Named<>();
        while (peek() != END) {
            String key = key();
            Element value = key == null ? null : member();
            if (key == null || value == null || !members.add(key, value)) {
                return null;
            }
            int before = at;
            skip(' ', '\t');
            if (peek() == END) {
                // Only spaces may end a field.
                return text.indexOf('\t', before) < 0 ? new Dictionary(members) : null;
            }
            if (!accept(',')) {
                return null;
            }
            skip(' ', '\t');
            if (peek() == END) {
                return null;
            }
        }
        return new Dictionary(members);
    }

    private @Nullable Element member() {
        if (!accept('=')) {
            Parameters parameters = parameters();
            return parameters == null ? null : new Element.Item(Bare.Flag.TRUE, parameters);
        }
        return peek() == '(' ? innerList() : item();
    }

    private Element.@Nullable InnerList innerList() {
        int start = at++;
        int before = spare;
        List<Element.Item> items = new ArrayList<>();
        while (true) {
            int spaces = skip(' ', ' ');
            boolean ends = accept(')');
            spare += spaces == (ends || items.isEmpty() ? 0 : 1) ? 0 : 1;
            if (ends) {
                Parameters parameters = parameters();
                String asItCame = spare == before ? text.substring(start, at) : null;
                return parameters == null ? null : new Element.InnerList(items, parameters, asItCame);
            }
            Element.Item item = item();
            if (item == null || (peek() != ' ' && peek() != ')')) {
                return null;
            }
            items.add(item);
        }
    }

    private Element.@Nullable Item item() {
        Bare value = bare();
        if (value == null) {
            return null;
        }
        Parameters parameters = parameters();
        return parameters == null ? null : new Element.Item(value, parameters);
    }

    private @Nullable Parameters parameters() {
        if (peek() != ';') {
            return Parameters.NONE;
        }
        Named<Bare> values = new Named<>();
        while (accept(';')) {
            spare += skip(' ', ' ');
            String name = key();
            Bare value = name == null ? null : accept('=') ? bare() : Bare.Flag.TRUE;
            if (name == null || value == null || !values.add(name, value)) {
                return null;
            }
        }
        return new Parameters(values);
    }

    private @Nullable String key() {
        int start = at;
        int first = peek();
        if (!isLower(first) && first != '*') {
            return null;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) < 128 && NOT_IN_KEYS[text.charAt(end)] == 0) {
            end++;
        }
        at = end;
        return text.substring(start, end);
    }

    private @Nullable Bare bare() {
        int first = peek();
        if (first == '"') {
            return string();
        }
        if (first == ':') {
            return bytes();
        }
        if (first == '?') {
            at++;
            boolean truth = accept('1');
            spare += truth ? 1 : 0;
            return truth || accept('0') ? new Bare.Flag(truth) : null;
        }
        if (first == '@') {
            at++;
            return number() instanceof Bare.Whole whole ? new Bare.Date(whole.value()) : null;
        }
        if (first == '-' || isDigit(first)) {
            return number();
        }
        return first == '*' || isLower(first) || (first >= 'A' && first <= 'Z') ? token() : null;
    }

    private @Nullable Bare number() {
        int start = at;
        boolean negative = accept('-');
        int digits = digits();
        boolean zero = digits == 1 && text.charAt(at - 1) == '0';
        boolean padded = digits > 1 && text.charAt(at - digits) == '0';
        if (digits == 0 || digits > MOST_DIGITS || padded) {
            return null;
        }
        if (!accept('.')) {
            return negative && zero ? null : new Bare.Whole(Long.parseLong(text, start, at, 10));
        }
        int fraction = digits();
        boolean spare = fraction > 1 && text.charAt(at - 1) == '0';
        return digits > 12 || fraction == 0 || fraction > 3 || spare
                ? null
                : new Bare.Decimal(text.substring(start, at));
    }

    private int digits() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        return at - start;
    }

    private Bare.@Nullable Text string() {
        int start = ++at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (peek() == '"') {
            return new Bare.Text(text.substring(start, at++));
        }
        StringBuilder value = new StringBuilder().append(text, start, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return new Bare.Text(value.toString());
            }
            if (c == '\\') {
                at++;
                int escaped = peek();
                if (escaped != '"' && escaped != '\\') {
                    return null;
                }
                c = (char) escaped;
            } else if (c < ' ' || c >= 127) {
                return null;
            }
            value.append(c);
        }
        return null;
    }

    private Bare.@Nullable Bytes bytes() {
        int end = text.indexOf(':', at + 1);
        byte[] value = end < 0 ? null : Codes.base64(text, at + 1, end);
        if (value == null) {
            return null;
        }
        at = end + 1;
        return new Bare.Bytes(value);
    }

    private Bare.Token token() {
        int start = at;
        while (isTokenCharacter(peek())) {
            at++;
        }
        return new Bare.Token(text.substring(start, at));
    }

    private static boolean isTokenCharacter(int c) {
        return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || (c != END && "!#$%&'*+-.^_`|~:/".indexOf(c) >= 0);
    }

    /** Whether a character stands for itself within quotes, and does not end them. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 127 && c != '"' && c != '\\';
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean accept(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    /** How many there were. */
    private int skip(char one, char other) {
        int start = at;
        while (peek() == one || peek() == other) {
            at++;
        }
        return at - start;
    }
}
