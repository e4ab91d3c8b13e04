package dev.keywright.runtime.limit;

/** Makes limits by address that share one bounded table. */
public final class AddressLimits {

    private final AddressBuckets buckets;
    private final RateTime time;

    /**
     * A table.
     *
     * @param capacity how many address groups get buckets of their own
     */
    public AddressLimits(int capacity, RateTime time) {
        this.buckets = new AddressBuckets(capacity, time);
        this.time = time;
    }

    /** A limit over this table. */
    public AddressLimit limit(String name, String text) {
        return new AddressLimit(name, text, time, buckets);
    }

    /** How many buckets there are. */
    public long size() {
        return buckets.size();
    }
}
