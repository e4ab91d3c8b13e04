package dev.keywright.runtime.key;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a new key takes an old one's place. The old key always gets an end, and never a later one than it had; the new key is
 * valid before the old one ends, so there is no gap.
 *
 * @param overlap how long both are valid, 0 to 366 days
 * @param start from when the new key is valid and the overlap runs; null for at once. The old key's own end comes first if it is
 *     earlier
 * @param expires when the new key ends; null for when the old key was to end before it was rotated: a rotation changes the
 *     secret and prolongs nothing
 */
public record Rotation(
        Duration overlap, @Nullable Instant start, @Nullable Instant expires) {

    private static final Duration LONGEST = Duration.ofDays(366);

    public Rotation {
        if (overlap.isNegative() || overlap.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(KeyMessages.badOverlap());
        }
    }

    /** The new key is valid at once, the old one for a while longer. */
    public static Rotation overlapping(Duration overlap) {
        return new Rotation(overlap, null, null);
    }

    /** With another start. */
    public Rotation startingAt(Instant moment) {
        return new Rotation(overlap, moment, expires);
    }

    /** With an end of the new key's own. */
    public Rotation expiringAt(Instant moment) {
        return new Rotation(overlap, start, moment);
    }
}
