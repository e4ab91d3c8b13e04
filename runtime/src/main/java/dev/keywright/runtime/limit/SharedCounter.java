package dev.keywright.runtime.limit;

import dev.keywright.runtime.shared.SharedLimits.SharedCount;
import dev.keywright.runtime.shared.SharedLimits.Taken;
import dev.keywright.runtime.shared.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counted together with other nodes; while the store does not answer, by this node alone, going on from what the store said
 * last: a limit that was used up stays so, and one late answer gives nobody a fresh one. What this node gave out by itself is
 * charged to the shared count afterwards.
 */
final class SharedCounter extends Counter {

    /** What the store said last, and when, by the limit's time. */
    private record Known(long[] left, long atNanos) {}

    private final LimitSet limits;
    private final SharedCount shared;
    private final AtomicLong owed = new AtomicLong();
    private volatile @Nullable Known known;
    private volatile @Nullable LocalCounter alone;
    private volatile boolean late;

    SharedCounter(LimitSet limits, SharedCount shared) {
        this.limits = limits;
        this.shared = shared;
    }

    @Override
    public long take() {
        // A store that is merely late does what it is asked: it must not be asked twice to charge the same.
        long settled = owed.get() > 0 && !late ? owed.getAndSet(0) : 0;
        try {
            Taken taken = shared.take(settled);
            known = new Known(taken.left(), limits.time().currentTimeNanos());
            alone = null;
            late = false;
            return taken.waitNanos();
        } catch (StoreUnavailableException e) {
            late |= e.wasSent();
            long wait = takeAlone();
            long unpaid = e.wasSent() ? 0 : settled + (wait == 0 ? 1 : 0);
            if (unpaid > 0) {
                owed.addAndGet(unpaid);
            }
            return wait;
        }
    }

    private long takeAlone() {
        limits.countedAlone();
        LocalCounter counter = alone;
        if (counter == null) {
            synchronized (this) {
                counter = alone;
                if (counter == null) {
                    counter = limits.newShare(left());
                    alone = counter;
                }
            }
        }
        return counter.take();
    }

    /** What the store said last, and what came back since; to ask again would cost every answer another round trip. */
    @Override
    long[] available() {
        LocalCounter counter = alone;
        if (counter != null) {
            return counter.available();
        }
        return left();
    }

    private long[] left() {
        Known last = known;
        long[] left = last == null ? limits.full() : limits.refilled(last.left(), last.atNanos());
        long debt = owed.get();
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.max(0, left[i] - debt);
        }
        return left;
    }
}
