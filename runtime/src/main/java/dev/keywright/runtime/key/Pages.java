package dev.keywright.runtime.key;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Pages of records that are all in memory. */
final class Pages {

    private Pages() {}

    static List<KeyEntry> of(Collection<KeyRecord> records, Map<String, Instant> lastUses, KeyQuery query) {
        String owner = query.owner();
        String after = query.after();
        return records.stream()
                .filter(record -> owner == null || record.owner().equals(owner))
                .filter(record -> after == null || record.id().compareTo(after) > 0)
                .sorted(Comparator.comparing(KeyRecord::id))
                .limit(query.limit())
                .map(record -> new KeyEntry(record, lastUses.get(record.id())))
                .toList();
    }
}
