package dev.keywright.runtime.limit;

/** What is left of a limit for whoever is counted by it. Safe for use by many threads. */
public abstract sealed class Counter permits LocalCounter, SharedCounter {

    /**
     * Takes one permit.
     *
     * @return 0 when there was one, else the nanoseconds until there is
     */
    public abstract long take();

    /** How many permits are left of each quota, as far as is known here. */
    abstract long[] available();
}
