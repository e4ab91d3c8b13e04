package dev.keywright.checks.report;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON as it goes, indented by two. Characters that some reader may stumble over are escaped. */
final class JsonWriter {

    /** What writes the content of an object or array. */
    interface Content {
        void write() throws IOException;
    }

    /** What writes one element of an array. */
    interface Element<T> {
        void write(T element) throws IOException;
    }

    private final Appendable out;
    private int depth;
    private boolean first = true;

    JsonWriter(Appendable out) {
        this.out = out;
    }

    void object(Content content) throws IOException {
        separate();
        nested('{', content, '}');
    }

    void object(String key, Content content) throws IOException {
        key(key);
        nested('{', content, '}');
    }

    void array(String key, Content content) throws IOException {
        key(key);
        nested('[', content, ']');
    }

    <T> void array(String key, Collection<T> elements, Element<T> writer) throws IOException {
        array(key, () -> {
            for (T element : elements) {
                writer.write(element);
            }
        });
    }

    void strings(String key, Collection<String> values) throws IOException {
        array(key, values, this::value);
    }

    void field(String key, @Nullable String value) throws IOException {
        if (value != null) {
            key(key);
            string(value);
        }
    }

    void field(String key, long value) throws IOException {
        key(key);
        out.append(Long.toString(value));
    }

    void field(String key, boolean value) throws IOException {
        key(key);
        out.append(Boolean.toString(value));
    }

    void value(String value) throws IOException {
        separate();
        string(value);
    }

    void value(long value) throws IOException {
        separate();
        out.append(Long.toString(value));
    }

    private void nested(char open, Content content, char close) throws IOException {
        out.append(open);
        depth++;
        first = true;
        content.write();
        depth--;
        if (!first) {
            line();
        }
        out.append(close);
        first = false;
    }

    private void key(String key) throws IOException {
        separate();
        string(key);
        out.append(": ");
    }

    private void separate() throws IOException {
        if (!first) {
            out.append(',');
        }
        if (depth > 0) {
            line();
        }
        first = false;
    }

    private void line() throws IOException {
        out.append('\n').append("  ".repeat(depth));
    }

    private void string(String value) throws IOException {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPlain(value, i)) {
                        out.append(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        out.append('"');
    }

    /** Control characters, line separators and halves of surrogate pairs are written as escapes. */
    private static boolean isPlain(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
        }
        return c >= ' ' && c != '\u007f' && c != '\u2028' && c != '\u2029' && !Character.isISOControl(c);
    }
}
