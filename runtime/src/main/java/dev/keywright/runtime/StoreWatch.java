package dev.keywright.runtime;

import dev.keywright.runtime.audit.Auditor;
import dev.keywright.runtime.audit.StoreEvent;
import dev.keywright.runtime.key.KeyStore.Health;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Audits each change of a store's state once, whoever notices it: somebody who asks how the stores are, or a request that could
 * not be served or counted as it should. Looks no more than once a second. Safe for use by many threads.
 */
final class StoreWatch {

    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Supplier<Map<String, Health>> stores;
    private final Auditor auditor;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Health> last = new ConcurrentHashMap<>();
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - PAUSE_NANOS);
    private volatile boolean anyDown;

    StoreWatch(Supplier<Map<String, Health>> stores, Auditor auditor, InstantSource clock) {
        this.stores = stores;
        this.auditor = auditor;
        this.clock = clock;
    }

    /** Whether a store was down when it was last looked at, so that somebody must notice when it is back. */
    boolean anyDown() {
        return anyDown;
    }

    /** Looks at the stores, unless somebody just did. */
    void look() {
        long now = System.nanoTime();
        long before = lookedAt.get();
        if (now - before >= PAUSE_NANOS && lookedAt.compareAndSet(before, now)) {
            noticed(stores.get());
        }
    }

    /** Compares states with those known before, of which the first are taken to have been up. */
    void noticed(Map<String, Health> states) {
        boolean down = false;
        for (Map.Entry<String, Health> state : states.entrySet()) {
            Health now = state.getValue();
            down |= now == Health.DOWN;
            Health before = last.put(state.getKey(), now);
            if (now != (before == null ? Health.UP : before)) {
                auditor.write(new StoreEvent(Instant.ofEpochMilli(clock.millis()), state.getKey(), now));
            }
        }
        anyDown = down;
    }
}
