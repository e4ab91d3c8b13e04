package dev.keywright.runtime.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a dictionary or list: an item or an inner list, each with parameters (RFC 9651, section 3). */
public sealed interface Element {

    /** The parameters, in order, each name once. */
    Parameters parameters();

    /** Appends the one serialisation that the element has (RFC 9651, section 4.1). */
    void write(StringBuilder out);

    /** The one serialisation that the element has. */
    default String serialized() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    /** An item. */
    record Item(Bare value, Parameters parameters) implements Element {

        @Override
        public void write(StringBuilder out) {
            value.write(out);
            parameters.write(out);
        }
    }

    /**
     * An inner list.
     *
     * @param text its serialisation, where it came as that; null where it has to be written
     */
    record InnerList(
            List<Item> items,
            Parameters parameters,
            @Nullable String text) implements Element {

        /** A copy of the list. */
        public InnerList {
            items = List.copyOf(items);
        }

        @Override
        public String serialized() {
            return text == null ? Element.super.serialized() : text;
        }

        @Override
        public void write(StringBuilder out) {
            if (text != null) {
                out.append(text);
                return;
            }
            out.append('(');
            for (int i = 0; i < items.size(); i++) {
                if (i > 0) {
                    out.append(' ');
                }
                items.get(i).write(out);
            }
            out.append(')');
            parameters.write(out);
        }
    }
}
