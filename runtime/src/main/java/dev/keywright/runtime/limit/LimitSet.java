package dev.keywright.runtime.limit;

import dev.keywright.annotations.internal.grammar.Limit;
import dev.keywright.annotations.internal.grammar.LimitGrammar;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.shared.SharedLimits.Quota;
import dev.keywright.runtime.shared.SharedLimits.SharedLimit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits that all hold, as one token bucket with several bandwidths: taking a token is one atomic act over all of them. A
 * limit of N per period holds N tokens and refills evenly. Immutable, compared by identity.
 */
public final class LimitSet {

    private final String name;
    private final List<Limit> limits;
    private final RateTime time;
    private final long longestNanos;
    private final @Nullable SharedLimit shared;
    private final int nodes;
    private final Runnable countedAlone;

    LimitSet(String name, String text, int factor, LimitFactory factory, String scope) {
        this.name = name;
        this.limits = LimitGrammar.parse(text).stream()
                .map(limit -> new Limit(limit.permits() * factor, limit.period()))
                .toList();
        this.time = factory.time();
        this.countedAlone = factory.countedAlone();
        this.longestNanos = limits.stream()
                .mapToLong(limit -> limit.period().toNanos())
                .max()
                .orElse(0);
        SharedLimits shared = factory.shared();
        this.nodes = shared == null ? 1 : Math.max(1, shared.nodes());
        // Another text is another limit: what was counted under the old one says nothing about it.
        this.shared = shared == null
                ? null
                : shared.open(
                        scope + ' ' + text + " x" + factor,
                        limits.stream()
                                .map(limit -> new Quota(limit.permits(), limit.period()))
                                .toList());
    }

    /**
     * A counter that has used up nothing, as far as this process knows.
     *
     * @param who whose it is
     */
    public Counter newCounter(String who) {
        return shared == null ? newLocalCounter() : new SharedCounter(this, shared.of(who));
    }

    /** A full counter in memory, whatever the other limits do. */
    LocalCounter newLocalCounter() {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        for (Limit limit : limits) {
            builder.addLimit(Bandwidth.builder()
                    .capacity(limit.permits())
                    .refillGreedy(limit.permits(), limit.period())
                    .build());
        }
        return new LocalCounter(builder.build());
    }

    /** What is left of each limit when so much was left at some time before. */
    long[] refilled(long[] left, long atNanos) {
        double elapsed = Math.max(0, time.currentTimeNanos() - atNanos);
        long[] now = new long[left.length];
        for (int i = 0; i < now.length; i++) {
            Limit limit = limits.get(i);
            double back = elapsed / limit.period().toNanos() * limit.permits();
            now[i] = (long) Math.min(limit.permits(), left[i] + Math.floor(back));
        }
        return now;
    }

    /** This node's share of what is left of each limit, and of what comes back. */
    LocalCounter newShare(long[] left) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            long capacity = Math.max(1, limit.permits() / nodes);
            // Rounded up: whoever has one call left may make it wherever it arrives.
            long share = (left[i] + nodes - 1) / nodes;
            builder.addLimit(Bandwidth.builder()
                    .capacity(capacity)
                    .refillGreedy(limit.permits(), limit.period().multipliedBy(nodes))
                    .initialTokens(Math.min(capacity, share))
                    .build());
        }
        return new LocalCounter(builder.build());
    }

    /** Tells that a permit was asked of this node alone, though it is counted together. */
    void countedAlone() {
        countedAlone.run();
    }

    /** What is left of a limit that nobody used. */
    long[] full() {
        return limits.stream().mapToLong(Limit::permits).toArray();
    }

    /** After how long without use a bucket is full again, and may be forgotten. */
    public long longestNanos() {
        return longestNanos;
    }

    RateTime time() {
        return time;
    }

    /** Whether a counter is as good as a new one. */
    boolean isFull(Counter counter) {
        long[] available = counter.available();
        for (int i = 0; i < available.length; i++) {
            if (available[i] < limits.get(i).permits()) {
                return false;
            }
        }
        return true;
    }

    /** The members of a {@code RateLimit-Policy} field (draft-ietf-httpapi-ratelimit-headers-10, section 3). */
    public void appendPolicy(StringBuilder field) {
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            append(field, i);
            field.append(";q=")
                    .append(limit.permits())
                    .append(";w=")
                    .append(limit.period().toSeconds());
        }
    }

    /** The members of a {@code RateLimit} field (same draft, section 4). */
    public void appendState(StringBuilder field, Counter counter) {
        long[] available = counter.available();
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            append(field, i);
            long left = Math.max(0, Math.min(available[i], limit.permits()));
            double missing = (double) (limit.permits() - left) / limit.permits();
            long reset = (long) Math.ceil(missing * limit.period().toSeconds());
            field.append(";r=").append(left).append(";t=").append(reset);
        }
    }

    private void append(StringBuilder field, int index) {
        field.append(field.isEmpty() ? "" : ", ").append('"').append(name);
        if (index > 0) {
            field.append('-').append(index + 1);
        }
        field.append('"');
    }
}
