package dev.keywright.runtime.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds about a key.
 *
 * @param record the key's record
 * @param lastUsed about when the key was last used; null when no use is known. Written late, coarse, and lost when a process
 *     dies: it tells which keys lie idle, and proves nothing
 */
public record KeyEntry(KeyRecord record, @Nullable Instant lastUsed) {}
