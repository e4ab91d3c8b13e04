package dev.keywright.runtime.fields;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dictionary (RFC 9651, section 3.2), each key once. */
public record Dictionary(Map<String, Element> members) {

    /** A copy that keeps the order. */
    public Dictionary {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Reads a dictionary from the lines of a field. Stricter than RFC 9651, section 4.2, in that nothing can be written in
     * two ways or said twice: a repeated key or parameter, a number with leading zeros and base64 with missing padding or
     * spare bits are refused.
     *
     * @param lines the field's lines, in order
     * @param mostCharacters what all lines together may have
     * @return null when it is none, or too long
     */
    public static @Nullable Dictionary parse(List<String> lines, int mostCharacters) {
        long length = 0;
        for (String line : lines) {
            length += line.length() + 2L;
        }
        if (lines.isEmpty() || length > mostCharacters + 2L) {
            return null;
        }
        return new FieldParser(lines.size() == 1 ? lines.get(0) : String.join(", ", lines)).dictionary();
    }

    /** The member of a key; null when there is none. */
    public @Nullable Element get(String key) {
        return members.get(key);
    }

    /** All keys, in order. */
    public Set<String> keys() {
        return members.keySet();
    }

    /** The one serialisation that the dictionary has. */
    public String serialized() {
        StringBuilder out = new StringBuilder();
        members.forEach((key, value) -> {
            out.append(out.isEmpty() ? "" : ", ").append(key);
            if (value instanceof Element.Item item && item.value().equals(Bare.Flag.TRUE)) {
                item.parameters().write(out);
            } else {
                out.append('=');
                value.write(out);
            }
        });
        return out.toString();
    }
}
