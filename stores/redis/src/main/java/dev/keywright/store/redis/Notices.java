package dev.keywright.store.redis;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Says once that Redis is out of reach, and once that it is back: after it has answered for a while without a failure, so that
 * one that comes and goes does not fill the log. Safe for use by many threads.
 */
final class Notices {

    static final Duration CALM = Duration.ofSeconds(3);

    private static final Duration FULL_PAUSE = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger("dev.keywright.redis");

    private final String server;
    private final LongSupplier nanoTime;
    private final AtomicBoolean degraded = new AtomicBoolean();
    private final AtomicLong lastFull;
    private volatile long lastFailure;

    Notices(String server, LongSupplier nanoTime) {
        this.server = server;
        this.nanoTime = nanoTime;
        this.lastFull = new AtomicLong(nanoTime.getAsLong() - FULL_PAUSE.toNanos());
    }

    /** A single late answer is no news; that nobody asks any more is. */
    void failed(boolean isOpen, String why) {
        lastFailure = nanoTime.getAsLong();
        if (isOpen && !degraded.get() && degraded.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, Messages.outOfReach(server, why));
        }
    }

    /** It has no room left for anything new; said once a minute at most, since it may come and go with each request. */
    void full() {
        long now = nanoTime.getAsLong();
        long before = lastFull.get();
        if (now - before >= FULL_PAUSE.toNanos() && lastFull.compareAndSet(before, now)) {
            LOG.log(Level.WARNING, Messages.full(server));
        }
    }

    void succeeded() {
        if (degraded.get()
                && nanoTime.getAsLong() - lastFailure >= CALM.toNanos()
                && degraded.compareAndSet(true, false)) {
            LOG.log(Level.INFO, Messages.back(server));
        }
    }
}
