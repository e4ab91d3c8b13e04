package dev.keywright.runtime.fields;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by name in the order they came, each name once. A field has a few of them, so they are searched one by one; where
 * somebody sends thousands, an index keeps that from growing with their square.
 */
final class Named<V> {

    private static final int FEW = 8;

    private String[] names = new String[2];
    private Object[] values = new Object[2];
    private int size;
    private @Nullable Map<String, Integer> index;

    /** Adds a value; false when the name was there before. */
    boolean add(String name, V value) {
        if (find(name) >= 0) {
            return false;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size] = value;
        if (index != null) {
            index.put(name, size);
        } else if (size == FEW) {
            index = new HashMap<>();
            for (int i = 0; i <= size; i++) {
                index.put(names[i], i);
            }
        }
        size++;
        return true;
    }

    private int find(String name) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    V get(String name) {
        int found = find(name);
        return found < 0 ? null : value(found);
    }

    /** What {@link #add} put there. */
    @SuppressWarnings("unchecked")
    V value(int at) {
        return (V) values[at];
    }

    String name(int at) {
        return names[at];
    }

    int size() {
        return size;
    }

    List<String> names() {
        return size == 0
                ? List.of()
                : Collections.unmodifiableList(Arrays.asList(names).subList(0, size));
    }
}
