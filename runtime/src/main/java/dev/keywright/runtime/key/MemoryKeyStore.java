package dev.keywright.runtime.key;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keys in memory, gone when the process ends. Safe for use by many threads. */
public final class MemoryKeyStore implements KeyStore {

    private final Map<String, KeyRecord> byId = new ConcurrentHashMap<>();
    private final Map<String, KeyRecord> foreign = new ConcurrentHashMap<>();

    /** No key yet. */
    public MemoryKeyStore() {}

    /** Adds or replaces the record of a key in Keywright's format. */
    public MemoryKeyStore put(KeyRecord record) {
        byId.put(record.id(), record);
        return this;
    }

    /** Adds or replaces the record of a key in another format; its digest is that of the whole key. */
    public MemoryKeyStore putForeign(KeyRecord record) {
        foreign.values().removeIf(old -> old.id().equals(record.id()));
        foreign.put(record.digest(), record);
        return this;
    }

    /** Forgets a key. */
    public void remove(String id) {
        byId.remove(id);
        foreign.values().removeIf(old -> old.id().equals(id));
    }

    /** All records. */
    public Collection<KeyRecord> records() {
        return java.util.stream.Stream.concat(byId.values().stream(), foreign.values().stream())
                .toList();
    }

    @Override
    public @Nullable KeyRecord findById(String id) {
        return byId.get(id);
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
    public String toString() {
        return "MemoryKeyStore" + List.of(byId.size(), foreign.size());
    }
}
