package dev.keywright.checks;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What rules work out of a whole program, made when it is first asked for, once in an analysis. Not thread-safe. */
final class Shared {

    private final Map<Class<?>, Object> made = new HashMap<>();

    <T> T get(Class<T> type, Supplier<T> make) {
        Object known = made.get(type);
        if (known == null) {
            known = make.get();
            made.put(type, known);
        }
        return type.cast(known);
    }
}
