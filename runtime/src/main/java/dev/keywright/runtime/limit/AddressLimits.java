package dev.keywright.runtime.limit;

/** Makes limits by address that share one bounded table. */
public final class AddressLimits {

    private final AddressBuckets buckets;
    private final LimitFactory factory;

    /**
     * A table.
     *
     * @param capacity how many address groups get buckets of their own
     */
    public AddressLimits(int capacity, LimitFactory factory) {
        this.buckets = new AddressBuckets(capacity, factory.time());
        this.factory = factory;
    }

    /** A limit over this table; parameters as of {@link LimitFactory#limit}. */
    public AddressLimit limit(String name, String scope, String text) {
        return new AddressLimit(name, scope, text, factory, buckets);
    }

    /** How many buckets there are. */
    public long size() {
        return buckets.size();
    }
}
