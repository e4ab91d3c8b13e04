package dev.keywright.runtime.limit;

/** The time in nanoseconds that limits follow. */
@FunctionalInterface
public interface RateSource {

    /** Nanoseconds from an arbitrary origin; never goes back. */
    long nanos();
}
