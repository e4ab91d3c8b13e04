package dev.keywright.runtime.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters in their order, each name once. Not changed once they are read. */
public final class Parameters {

    /** None. */
    public static final Parameters NONE = new Parameters(new Named<>());

    private final Named<Bare> values;

    Parameters(Named<Bare> values) {
        this.values = values;
    }

    /** The value of a name; null when there is none. */
    public @Nullable Bare get(String name) {
        return values.get(name);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return values.size() == 0;
    }

    /** All names, in order. */
    public List<String> names() {
        return values.names();
    }

    void write(StringBuilder out) {
        for (int i = 0; i < values.size(); i++) {
            out.append(';').append(values.name(i));
            Bare value = values.value(i);
            if (!value.equals(Bare.Flag.TRUE)) {
                out.append('=');
                value.write(out);
            }
        }
    }
}
