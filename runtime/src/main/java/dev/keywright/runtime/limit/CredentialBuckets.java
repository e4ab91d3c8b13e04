package dev.keywright.runtime.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buckets by credential. Only credentials that were proved get here, so strangers cannot fill it; it still lets go of full
 * buckets, which are as good as new ones, whenever it has doubled.
 */
public final class CredentialBuckets {

    private static final int FIRST_SWEEP = 65_536;

    private final LimitSet limits;
    private final String prefix;
    private final ConcurrentHashMap<String, Counter> counters = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private volatile int nextSweep = FIRST_SWEEP;

    /** No bucket yet. */
    public CredentialBuckets(LimitSet limits) {
        this(limits, "");
    }

    /** As {@link #CredentialBuckets(LimitSet)}, beside other tables of the same limit, told apart by a prefix. */
    public CredentialBuckets(LimitSet limits, String prefix) {
        this.limits = limits;
        this.prefix = prefix;
    }

    /** The counter of a credential. */
    public Counter counter(String credential) {
        Counter known = counters.get(credential);
        return known != null ? known : add(credential);
    }

    /** The compiled limits. */
    public LimitSet limits() {
        return limits;
    }

    private Counter add(String credential) {
        if (added.incrementAndGet() >= nextSweep) {
            sweep();
        }
        return counters.computeIfAbsent(credential, absent -> limits.newCounter(prefix + absent));
    }

    private synchronized void sweep() {
        if (added.get() < nextSweep) {
            return;
        }
        counters.values().removeIf(limits::isFull);
        added.set(counters.size());
        nextSweep = Math.max(FIRST_SWEEP, 2 * counters.size());
    }
}
