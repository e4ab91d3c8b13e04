package dev.keywright.runtime.key;

import dev.keywright.runtime.key.KeyRefusedException.Why;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of records in memory, kept apart until it is whole. Used by one thread. */
final class RecordEdits implements WritableKeyStore.Transaction {

    private final Map<String, KeyRecord> before;
    private final Map<String, @Nullable KeyRecord> edits = new HashMap<>();
    private final int most;
    private int size;

    /**
     * Starts a change.
     *
     * @param before all records by id, read only
     * @param most how many records there may be
     */
    RecordEdits(Map<String, KeyRecord> before, int most) {
        this.before = before;
        this.most = most;
        this.size = before.size();
    }

    @Override
    public @Nullable KeyRecord find(String id) {
        return edits.containsKey(id) ? edits.get(id) : before.get(id);
    }

    @Override
    public void add(KeyRecord record) throws KeyRefusedException {
        if (find(record.id()) != null) {
            throw new KeyRefusedException(Why.DUPLICATE, KeyMessages.duplicateId(record.id()));
        }
        if (size >= most) {
            throw new KeyRefusedException(Why.STORE_FULL, KeyMessages.storeFull(most));
        }
        checkDigest(record);
        edits.put(record.id(), record);
        size++;
    }

    @Override
    public void replace(KeyRecord record) throws KeyRefusedException {
        if (find(record.id()) == null) {
            throw new KeyRefusedException(Why.UNKNOWN_ID, KeyMessages.unknownId(record.id()));
        }
        checkDigest(record);
        edits.put(record.id(), record);
    }

    @Override
    public boolean remove(String id) {
        if (find(id) == null) {
            return false;
        }
        edits.put(id, null);
        size--;
        return true;
    }

    /** Looks at every record: changes are rare, and an index would have to be kept for nothing else. */
    private void checkDigest(KeyRecord record) throws KeyRefusedException {
        KeyRecord other = null;
        for (KeyRecord each : before.values()) {
            other = !edits.containsKey(each.id()) && isTwin(each, record) ? each : other;
        }
        for (KeyRecord each : edits.values()) {
            other = each != null && isTwin(each, record) ? each : other;
        }
        if (other != null) {
            throw new KeyRefusedException(Why.DUPLICATE, KeyMessages.duplicateDigest(record.id(), other.id()));
        }
    }

    private static boolean isTwin(KeyRecord one, KeyRecord other) {
        return one.digest().equals(other.digest()) && !one.id().equals(other.id());
    }

    /** What changed: the new record of each id, null for a removed one. */
    Map<String, @Nullable KeyRecord> edits() {
        return edits;
    }
}
