package dev.keywright.runtime.limit;

import dev.keywright.runtime.shared.SharedLimits.SharedCount;
import dev.keywright.runtime.shared.SharedLimits.Taken;
import dev.keywright.runtime.shared.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Counted together with other nodes; while the store does not answer, by this node alone. The store itself says that it is
 * out of reach.
 */
final class SharedCounter extends Counter {

    private final LimitSet limits;
    private final SharedCount shared;
    private volatile @Nullable LocalCounter local;
    private volatile long @Nullable [] left;

    SharedCounter(LimitSet limits, SharedCount shared) {
        this.limits = limits;
        this.shared = shared;
    }

    @Override
    public long take() {
        try {
            Taken taken = shared.take();
            left = taken.left();
            return taken.waitNanos();
        } catch (StoreUnavailableException e) {
            LocalCounter alone = local();
            long wait = alone.take();
            left = alone.available();
            return wait;
        }
    }

    /** As of this node's last call; to ask again would cost every answer another round trip. */
    @Override
    long[] available() {
        long[] known = left;
        return known != null ? known : limits.full();
    }

    private LocalCounter local() {
        LocalCounter known = local;
        if (known == null) {
            synchronized (this) {
                known = local;
                if (known == null) {
                    known = limits.newLocalCounter();
                    local = known;
                }
            }
        }
        return known;
    }
}
