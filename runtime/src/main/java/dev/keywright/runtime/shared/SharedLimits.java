package dev.keywright.runtime.shared;

import dev.keywright.runtime.key.KeyStore.Health;
import java.time.Duration;
import java.util.List;

/**
 * Rate limits, and the throttle on failed attempts, that several nodes count together. While an implementation throws, each
 * node counts by itself. Implementations are safe for use by many threads and bound how long a call waits.
 */
public interface SharedLimits {

    /**
     * Prepares a limit, before it is first used.
     *
     * @param name names the limit: the same on all nodes, another for every other limit
     * @param quotas all of which hold
     */
    SharedLimit open(String name, List<Quota> quotas);

    /**
     * How many nodes count together, as far as that is configured. While the store does not answer each of them gives out its
     * share of a limit; 1, for the whole of it, when nobody knows.
     */
    default int nodes() {
        return 1;
    }

    /** How the store is; while it is {@code DOWN} each node counts alone. */
    default Health health() {
        return Health.UP;
    }

    /**
     * So many permits, refilled evenly over a period.
     *
     * @param permits at least 1
     * @param period longer than zero
     */
    record Quota(long permits, Duration period) {}

    /** One limit, for everybody who is counted by it. */
    @FunctionalInterface
    interface SharedLimit {

        /**
         * What one caller has left. Asks nobody yet; the caller keeps it and uses it from many threads.
         *
         * @param who whose count: an id or an address, never a credential
         */
        SharedCount of(String who);
    }

    /** What is left of a limit for one caller. */
    @FunctionalInterface
    interface SharedCount {

        /**
         * Takes one permit of all quotas, atomically, or none.
         *
         * @param owed permits that this node gave out by itself while the store did not answer, 0 or more: they are charged
         *     first, as far as there are any, also when none is left to take
         * @throws StoreUnavailableException when the store cannot tell; it says whether a permit may have been taken
         */
        Taken take(long owed) throws StoreUnavailableException;
    }

    /**
     * What became of a permit.
     *
     * @param waitNanos 0 when one was taken, else the nanoseconds until there is one
     * @param left how many permits are left of each quota, in their order; not to be changed
     */
    record Taken(long waitNanos, long[] left) {}
}
