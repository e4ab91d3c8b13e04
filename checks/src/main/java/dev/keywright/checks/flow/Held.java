package dev.keywright.checks.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is inside of a value, within bounds, and how much it is: found once, however many values it is handed on to.
 *
 * @param depth how many values lie inside of one another; 0 where nothing is inside
 * @param size how many values are inside, on all levels
 */
record Held(Map<String, Value> entries, int depth, int size) {

    static final Held NOTHING = new Held(Map.of(), 0, 0);

    /** How many values one may be made of, itself and all that is inside: joins take time by it. */
    private static final int MAX_SIZE = 256;

    /** What lies too deep, or is too much in all, is known only by the secrets in it. */
    static Held of(Map<String, Value> entries) {
        if (entries.isEmpty()) {
            return NOTHING;
        }
        Held whole = measured(entries);
        boolean large = whole.size >= MAX_SIZE;
        if (!large && whole.depth <= Value.MAX_DEPTH) {
            return whole;
        }
        Map<String, Value> flat = new LinkedHashMap<>();
        entries.forEach((key, value) ->
                flat.put(key, large || value.held().depth >= Value.MAX_DEPTH ? value.flattened() : value));
        return measured(Collections.unmodifiableMap(flat));
    }

    private static Held measured(Map<String, Value> entries) {
        int deepest = 0;
        int all = 0;
        for (Value value : entries.values()) {
            deepest = Math.max(deepest, 1 + value.held().depth);
            all += 1 + value.held().size;
        }
        return new Held(entries, deepest, all);
    }
}
