package dev.keywright.runtime.limit;

import dev.keywright.runtime.shared.SharedLimits;
import org.jspecify.annotations.Nullable;

/**
 * Compiles limits, all for one time and one place where they are counted.
 *
 * @param time what limits in memory follow
 * @param shared where several nodes count together; null to count in memory
 * @param countedAlone told each time this node counts alone what is counted together
 */
public record LimitFactory(RateTime time, @Nullable SharedLimits shared, Runnable countedAlone) {

    /** A factory that tells nobody when it counts alone. */
    public LimitFactory(RateTime time, @Nullable SharedLimits shared) {
        this(time, shared, () -> {});
    }

    /**
     * A limit.
     *
     * @param name names it in RateLimit fields
     * @param scope tells it from all others of the application, the same on all nodes
     * @param text in the grammar of {@code @RateLimited}
     * @param factor multiplies every limit, for groups of groups
     */
    public LimitSet limit(String name, String scope, String text, int factor) {
        return new LimitSet(name, text, factor, this, scope);
    }
}
