package dev.keywright.runtime.limit;

import java.net.InetAddress;

/** A limit that counts each client address by itself; IPv6 by /64, and sixteen times as much by /48. */
public final class AddressLimit {

    private static final int WIDE_FACTOR = 16;

    private final LimitSet narrow;
    private final LimitSet wide;
    private final AddressBuckets buckets;

    AddressLimit(String name, String scope, String text, LimitFactory factory, AddressBuckets buckets) {
        this.narrow = factory.limit(name, scope, text, 1);
        this.wide = factory.limit(name, scope, text, WIDE_FACTOR);
        this.buckets = buckets;
    }

    /**
     * Takes one token.
     *
     * @return 0 when there was one, else the nanoseconds until there is
     */
    public long take(InetAddress address) {
        AddressGroup group = AddressGroup.narrow(address);
        if (!group.isV6()) {
            return buckets.counter(narrow, group).take();
        }
        if (buckets.knows(narrow, group)) {
            long wait = buckets.counter(narrow, group).take();
            return wait == 0 ? buckets.counter(wide, group.wide()).take() : wait;
        }
        // A network that has used up its share gets no further buckets: it has 65,536 groups, and would fill the table.
        long wait = buckets.counter(wide, group.wide()).take();
        return wait == 0 ? buckets.counter(narrow, group).take() : wait;
    }

    /** The compiled limits, for RateLimit fields. */
    public LimitSet limits() {
        return narrow;
    }

    /** The counter of an address, for RateLimit fields. */
    public Counter counter(InetAddress address) {
        return buckets.shown(narrow, AddressGroup.narrow(address));
    }
}
