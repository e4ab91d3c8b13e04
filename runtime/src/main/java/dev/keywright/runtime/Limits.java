package dev.keywright.runtime;

import dev.keywright.runtime.limit.AddressLimits;
import dev.keywright.runtime.limit.LimitFactory;
import dev.keywright.runtime.limit.OwnLimits;
import dev.keywright.runtime.limit.RateTime;
import java.util.concurrent.atomic.LongAdder;

/** How one application counts what it limits: by which clock, together with other nodes or alone. */
final class Limits {

    final LimitFactory factory;
    final AddressLimits byAddress;
    final OwnLimits ofKeys;
    private final LongAdder alone = new LongAdder();

    /** @param countedAlone told each time this node counts alone what is counted together */
    Limits(Settings settings, Runnable countedAlone) {
        this.factory = new LimitFactory(
                settings.clock == null ? RateTime.monotonic() : RateTime.of(settings.clock),
                settings.sharedLimits,
                () -> {
                    alone.increment();
                    countedAlone.run();
                });
        this.byAddress = new AddressLimits(settings.trackedAddresses, factory);
        this.ofKeys = new OwnLimits(factory);
    }

    /** How often this node has counted alone what is counted together. */
    long countedAlone() {
        return alone.sum();
    }
}
