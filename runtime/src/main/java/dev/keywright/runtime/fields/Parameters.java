package dev.keywright.runtime.fields;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters in their order, each name once. */
public record Parameters(Map<String, Bare> values) {

    /** None. */
    public static final Parameters NONE = new Parameters(Map.of());

    /** A copy that keeps the order. */
    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a name; null when there is none. */
    public @Nullable Bare get(String name) {
        return values.get(name);
    }

    /** All names, in order. */
    public Set<String> names() {
        return values.keySet();
    }

    void write(StringBuilder out) {
        values.forEach((name, value) -> {
            out.append(';').append(name);
            if (!value.equals(Bare.Flag.TRUE)) {
                out.append('=');
                value.write(out);
            }
        });
    }
}
