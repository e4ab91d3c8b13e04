package dev.keywright.runtime.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one field. Every method answers null when the text is not what it should be; none throws. One pass, no recursion. */
final class FieldParser {

    private static final int MOST_DIGITS = 15;
    private static final int END = -1;

    private final String text;
    private int at;

    FieldParser(String text) {
        this.text = text;
    }

    @Nullable
    Dictionary dictionary() {
        skip(' ', ' ');
        Map<String, Element> members = new LinkedHashMap<>();
        while (peek() != END) {
            String key = key();
            Element value = key == null ? null : member();
            if (value == null || members.putIfAbsent(key, value) != null) {
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
        at++;
        List<Element.Item> items = new ArrayList<>();
        while (true) {
            skip(' ', ' ');
            if (accept(')')) {
                Parameters parameters = parameters();
                return parameters == null ? null : new Element.InnerList(items, parameters);
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
        Map<String, Bare> values = new LinkedHashMap<>();
        while (accept(';')) {
            skip(' ', ' ');
            String name = key();
            Bare value = name == null ? null : accept('=') ? bare() : Bare.Flag.TRUE;
            if (value == null || values.putIfAbsent(name, value) != null) {
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
        while (isLower(peek()) || isDigit(peek()) || (peek() != END && "_-.*".indexOf(peek()) >= 0)) {
            at++;
        }
        return text.substring(start, at);
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
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
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
        byte[] value = end < 0 ? null : Codes.base64(text.substring(at + 1, end));
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

    private void skip(char one, char other) {
        while (peek() == one || peek() == other) {
            at++;
        }
    }
}
