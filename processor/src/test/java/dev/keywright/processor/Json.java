package dev.keywright.processor;

/** Accepts JSON (RFC 8259) and nothing else. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static void check(String text) {
        Json json = new Json(text);
        json.value();
        json.space();
        if (json.at != text.length()) {
            throw json.wrong();
        }
    }

    private void value() {
        space();
        switch (peek()) {
            case '{' -> members('}', true);
            case '[' -> members(']', false);
            case '"' -> string();
            default -> number();
        }
    }

    private void members(char end, boolean named) {
        at++;
        space();
        if (peek() == end) {
            at++;
            return;
        }
        while (true) {
            if (named) {
                space();
                string();
                space();
                take(':');
            }
            value();
            space();
            if (peek() == end) {
                at++;
                return;
            }
            take(',');
        }
    }

    private void string() {
        take('"');
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong();
            }
            if (c == '\\') {
                char escape = text.charAt(at++);
                if (escape == 'u') {
                    Integer.parseInt(text.substring(at, at + 4), 16);
                    at += 4;
                } else if ("\"\\/bfnrt".indexOf(escape) < 0) {
                    throw wrong();
                }
            }
        }
        at++;
    }

    private void number() {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong();
        }
    }

    private void space() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private void take(char c) {
        if (peek() != c) {
            throw wrong();
        }
        at++;
    }

    private AssertionError wrong() {
        return new AssertionError("No JSON at " + at + ": " + text);
    }
}
