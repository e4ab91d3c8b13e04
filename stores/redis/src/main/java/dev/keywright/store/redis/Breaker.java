package dev.keywright.store.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Keeps requests from waiting, each its whole time-out, for a Redis that does not answer: after a few failures in a row nobody
 * asks any more, but for one call each second, until one of those succeeds. Safe for use by many threads.
 */
final class Breaker {

    /** Failures in a row after which nobody asks. */
    static final int THRESHOLD = 5;

    static final Duration PAUSE = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean open;
    private volatile long openedAt;

    Breaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether a call may be made. Whoever gets true tells how it went. */
    boolean allows() {
        if (!open) {
            return true;
        }
        return nanoTime.getAsLong() - openedAt >= PAUSE.toNanos() && probing.compareAndSet(false, true);
    }

    boolean isOpen() {
        return open;
    }

    void succeeded() {
        failures.set(0);
        open = false;
        probing.set(false);
    }

    void failed() {
        if (failures.incrementAndGet() >= THRESHOLD) {
            openedAt = nanoTime.getAsLong();
            open = true;
        }
        probing.set(false);
    }

    /** A call that was given up for reasons that have nothing to do with Redis. */
    void abandoned() {
        probing.set(false);
    }
}
