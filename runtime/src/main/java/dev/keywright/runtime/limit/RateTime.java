package dev.keywright.runtime.limit;

import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;

/** The time that limits follow: the machine's monotonic one, or that of a clock which a test moves. */
public final class RateTime implements TimeMeter {

    private final @org.jspecify.annotations.Nullable InstantSource clock;

    private RateTime(@org.jspecify.annotations.Nullable InstantSource clock) {
        this.clock = clock;
    }

    /** Monotonic time: a wall clock that is set back would stop every refill. */
    public static RateTime monotonic() {
        return new RateTime(null);
    }

    /** The time of a clock. */
    public static RateTime of(InstantSource clock) {
        return new RateTime(clock);
    }

    @Override
    public long currentTimeNanos() {
        return clock == null ? System.nanoTime() : clock.millis() * 1_000_000L;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
