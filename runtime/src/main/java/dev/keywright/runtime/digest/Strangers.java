package dev.keywright.runtime.digest;

import java.util.function.Function;

/**
 * What stands in for credentials that do not exist, so that a look-up which finds nothing goes on as one that does: a name is
 * compared, and a record fetched from wherever it happens to lie. There are several, chosen by the name that was asked for, as
 * the records of real credentials are not all one, either. They fit nothing: whoever gets one must refuse whatever comes of it.
 * Immutable.
 *
 * @param <T> the record
 */
public final class Strangers<T> {

    private static final int COUNT = 64;

    private final Object[] entries = new Object[COUNT];
    private final String[] asked = new String[COUNT];

    /** As in a table, where a name leads to its entry, and the entry to the record. */
    private record Entry<T>(String name, T record) {}

    /** Makes the records, each from a name as long as ids are. */
    public Strangers(Function<String, T> maker) {
        for (int i = 0; i < COUNT; i++) {
            String name = "stranger-" + (char) ('A' + i / 10) + '-' + i % 10;
            entries[i] = new Entry<>(name, maker.apply(name));
            // Equal, but not the same, as what a request names is not the record's own text.
            asked[i] = new String(name.toCharArray());
        }
    }

    /** The stranger of a name that nobody has. */
    @SuppressWarnings("unchecked")
    public T of(String unknown) {
        int hash = unknown.hashCode();
        int at = (hash ^ hash >>> 16) & COUNT - 1;
        Entry<T> entry = (Entry<T>) entries[at];
        // Always so; the comparison is what a look-up in a table would have done.
        return entry.name().equals(asked[at]) ? entry.record() : ((Entry<T>) entries[0]).record();
    }
}
