package dev.keywright.store.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keywright.runtime.key.KeyRecord;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records that were read a moment ago. Bounded; no record is used longer than {@code maxAge} after the question that found it
 * was asked. Only what is there is remembered: whoever asks for what is not there asks the database. Safe for use by many threads.
 */
final class RecordCache {

    /** A record, and when the database was asked for it. */
    static final class Remembered {
        final KeyRecord record;
        private final long asked;
        private final AtomicBoolean refreshing = new AtomicBoolean();

        Remembered(KeyRecord record, long asked) {
            this.record = record;
            this.asked = asked;
        }
    }

    /** Reads a record. */
    interface Reader {
        @Nullable
        KeyRecord read() throws DatabaseException;
    }

    private final Cache<String, Remembered> records;
    private final LongSupplier nanos;
    private final long maxAgeNanos;
    private final long refreshNanos;
    private final AtomicLong changes = new AtomicLong();

    RecordCache(int size, long maxAgeNanos, LongSupplier nanos) {
        this.records = Caffeine.newBuilder()
                .maximumSize(size)
                .executor(Runnable::run) // makes room on the thread that needs it, and starts none
                .build();
        this.nanos = nanos;
        this.maxAgeNanos = maxAgeNanos;
        this.refreshNanos = maxAgeNanos / 4 * 3;
    }

    /**
     * What is remembered under a name, if it may still be used. Shortly before its time is over one caller is told to read it
     * anew, so that not all of them do at the same moment.
     */
    @Nullable
    KeyRecord get(String name) {
        Remembered known = records.getIfPresent(name);
        if (known == null) {
            return null;
        }
        long age = nanos.getAsLong() - known.asked;
        if (age >= maxAgeNanos) {
            return null;
        }
        boolean mine = age >= refreshNanos && known.refreshing.compareAndSet(false, true);
        return mine ? null : known.record;
    }

    /**
     * Reads a record and remembers it; a record that was changed here in the meantime is not remembered, and one that was asked
     * for with a wrong secret only where it is remembered anyway: a stranger's guess leaves nothing behind, whether there is
     * such a record or not.
     */
    @Nullable
    KeyRecord read(String name, Predicate<KeyRecord> fits, Reader reader) throws DatabaseException {
        long asked = nanos.getAsLong();
        long before = changes.get();
        KeyRecord record = reader.read();
        if (record == null) {
            records.invalidate(name);
        } else if (maxAgeNanos > 0 && (fits.test(record) || records.getIfPresent(name) != null)) {
            records.put(name, new Remembered(record, asked));
            if (changes.get() != before) {
                records.invalidate(name);
            }
        }
        return record;
    }

    /** Forgets everything: a change is rare, and need not say what it changed. */
    void forget() {
        changes.incrementAndGet();
        records.invalidateAll();
    }

    long size() {
        records.cleanUp();
        return records.estimatedSize();
    }
}
