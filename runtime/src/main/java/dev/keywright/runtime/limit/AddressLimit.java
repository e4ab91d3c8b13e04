package dev.keywright.runtime.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;

/** A limit that counts each client address by itself; IPv6 by /64, and sixteen times as much by /48. */
public final class AddressLimit {

    private static final int WIDE_FACTOR = 16;

    private final LimitSet narrow;
    private final LimitSet wide;
    private final AddressBuckets buckets;

    AddressLimit(String name, String text, RateTime time, AddressBuckets buckets) {
        this.narrow = new LimitSet(name, text, 1, time);
        this.wide = new LimitSet(name, text, WIDE_FACTOR, time);
        this.buckets = buckets;
    }

    /**
     * Takes one token.
     *
     * @return 0 when there was one, else the nanoseconds until there is
     */
    public long take(InetAddress address) {
        AddressGroup group = AddressGroup.narrow(address);
        long wait = take(buckets.bucket(narrow, group));
        if (wait == 0 && group.isV6()) {
            wait = take(buckets.bucket(wide, group.wide()));
        }
        return wait;
    }

    /** The compiled limits, for RateLimit fields. */
    public LimitSet limits() {
        return narrow;
    }

    /** The bucket of an address, for RateLimit fields. */
    public Bucket bucket(InetAddress address) {
        return buckets.bucket(narrow, AddressGroup.narrow(address));
    }

    /** Takes one token from a bucket; 0, or the nanoseconds until there is one. */
    public static long take(Bucket bucket) {
        if (bucket.tryConsume(1)) {
            return 0;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
    }
}
