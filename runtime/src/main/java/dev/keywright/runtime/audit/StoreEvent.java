package dev.keywright.runtime.audit;

import dev.keywright.runtime.key.KeyStore.Health;
import java.time.Instant;

/**
 * A store went down or came back.
 *
 * @param time when that was noticed
 * @param store which, by its name in {@code Keywright.stores()}
 * @param health how it is now; while {@code limits} is {@code DOWN} each node counts alone
 */
public record StoreEvent(Instant time, String store, Health health) {}
