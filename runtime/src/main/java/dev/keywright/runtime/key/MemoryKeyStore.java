package dev.keywright.runtime.key;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keys in memory, gone when the process ends. Safe for use by many threads. */
public final class MemoryKeyStore implements WritableKeyStore, LastUseKeeper {

    private final Map<String, KeyRecord> byId = new ConcurrentHashMap<>();
    /** Those in our own format: a look-up that finds one must not look at more of it than one that finds none. */
    private final Map<String, KeyRecord> own = new ConcurrentHashMap<>();

    private final Map<String, KeyRecord> foreign = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastUses = new ConcurrentHashMap<>();

    /** No key yet. */
    public MemoryKeyStore() {}

    /** Adds or replaces the record of a key, found as {@link KeyRecord#foreign()} says. */
    public synchronized MemoryKeyStore put(KeyRecord record) {
        KeyRecord old = byId.put(record.id(), record);
        if (old != null && old.foreign()) {
            foreign.remove(old.digest(), old);
        }
        if (record.foreign()) {
            foreign.put(record.digest(), record);
            own.remove(record.id());
        } else {
            own.put(record.id(), record);
        }
        return this;
    }

    /** Adds or replaces the record of a key in another format; its digest is that of the whole key. */
    public MemoryKeyStore putForeign(KeyRecord record) {
        return put(record.toBuilder().foreign(true).build());
    }

    /** Forgets a key. */
    public synchronized void remove(String id) {
        KeyRecord old = byId.remove(id);
        own.remove(id);
        if (old != null && old.foreign()) {
            foreign.remove(old.digest(), old);
        }
        lastUses.remove(id);
    }

    /** All records. */
    public Collection<KeyRecord> records() {
        return List.copyOf(byId.values());
    }

    @Override
    public @Nullable KeyRecord findById(String id) {
        return own.get(id);
    }

    @Override
    public @Nullable KeyRecord findByDigest(String digest) {
        return foreign.get(digest);
    }

    @Override
    public boolean holdsForeignKeys() {
        return !foreign.isEmpty();
    }

    @Override
    public synchronized <T> T change(Change<T> change) throws KeyStoreException, KeyRefusedException {
        RecordEdits edits = new RecordEdits(byId, Integer.MAX_VALUE);
        T result = change.apply(edits);
        edits.edits().forEach((id, record) -> {
            if (record == null) {
                remove(id);
            } else {
                put(record);
            }
        });
        return result;
    }

    @Override
    public @Nullable KeyEntry find(String id) {
        KeyRecord record = byId.get(id);
        return record == null ? null : new KeyEntry(record, lastUses.get(id));
    }

    @Override
    public List<KeyEntry> list(KeyQuery query) {
        return Pages.of(byId.values(), lastUses, query);
    }

    @Override
    public synchronized void keepLastUses(Map<String, Instant> fresh) {
        fresh.forEach((id, time) -> {
            if (byId.containsKey(id)) {
                lastUses.merge(id, time, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
    }

    @Override
    public String toString() {
        return "MemoryKeyStore[" + byId.size() + ", foreign=" + foreign.size() + "]";
    }
}
