package dev.keywright.checks.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies that keep their order: a {@code Map.copyOf} has another order in every process, and so would what is made of it. */
public final class Ordered {

    private Ordered() {}

    /** An unmodifiable copy in the order of the original. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> entries) {
        return entries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
