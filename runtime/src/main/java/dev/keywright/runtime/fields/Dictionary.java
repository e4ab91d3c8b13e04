package dev.keywright.runtime.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dictionary (RFC 9651, section 3.2), each key once. Not changed once it is read. */
public final class Dictionary {

    private final Named<Element> members;

    Dictionary(Named<Element> members) {
        this.members = members;
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
    public List<String> keys() {
        return members.names();
    }

    /** Whether another dictionary has the same keys, in any order. */
    public boolean hasKeysOf(Dictionary other) {
        if (members.size() != other.members.size()) {
            return false;
        }
        for (int i = 0; i < members.size(); i++) {
            if (other.members.get(members.name(i)) == null) {
                return false;
            }
        }
        return true;
    }

    /** The one serialisation that the dictionary has. */
    public String serialized() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < members.size(); i++) {
            Element value = members.value(i);
            out.append(i == 0 ? "" : ", ").append(members.name(i));
            if (value instanceof Element.Item item && item.value().equals(Bare.Flag.TRUE)) {
                item.parameters().write(out);
            } else {
                out.append('=');
                value.write(out);
            }
        }
        return out.toString();
    }
}
