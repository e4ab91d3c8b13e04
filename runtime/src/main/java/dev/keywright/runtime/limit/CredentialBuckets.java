package dev.keywright.runtime.limit;

import io.github.bucket4j.Bucket;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buckets by credential. Only credentials that were proved get here, so strangers cannot fill it; it still lets go of full
 * buckets, which are as good as new ones, whenever it has doubled.
 */
public final class CredentialBuckets {

    private static final int FIRST_SWEEP = 65_536;

    private final LimitSet limits;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private volatile int nextSweep = FIRST_SWEEP;

    /** No bucket yet. */
    public CredentialBuckets(LimitSet limits) {
        this.limits = limits;
    }

    /** The bucket of a credential. */
    public Bucket bucket(String credential) {
        Bucket known = buckets.get(credential);
        return known != null ? known : add(credential);
    }

    /** The compiled limits. */
    public LimitSet limits() {
        return limits;
    }

    private Bucket add(String credential) {
        if (added.incrementAndGet() >= nextSweep) {
            sweep();
        }
        return buckets.computeIfAbsent(credential, absent -> limits.newBucket());
    }

    private synchronized void sweep() {
        if (added.get() < nextSweep) {
            return;
        }
        buckets.values().removeIf(limits::isFull);
        added.set(buckets.size());
        nextSweep = Math.max(FIRST_SWEEP, 2 * buckets.size());
    }
}
