package dev.keywright.runtime.limit;

import dev.keywright.annotations.internal.grammar.Limit;
import dev.keywright.annotations.internal.grammar.LimitGrammar;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.util.List;

/**
 * Limits that all hold, as one token bucket with several bandwidths: taking a token is one atomic act over all of them. A
 * limit of N per period holds N tokens and refills evenly. Immutable, compared by identity.
 */
public final class LimitSet {

    private final String name;
    private final List<Limit> limits;
    private final RateTime time;
    private final long longestNanos;

    /**
     * Compiles limits.
     *
     * @param name names them in RateLimit fields
     * @param text in the grammar of {@code @RateLimited}
     * @param factor multiplies every limit, for groups of groups
     */
    public LimitSet(String name, String text, int factor, RateTime time) {
        this.name = name;
        this.limits = LimitGrammar.parse(text).stream()
                .map(limit -> new Limit(limit.permits() * factor, limit.period()))
                .toList();
        this.time = time;
        this.longestNanos = limits.stream()
                .mapToLong(limit -> limit.period().toNanos())
                .max()
                .orElse(0);
    }

    /** A full bucket. */
    public Bucket newBucket() {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        for (Limit limit : limits) {
            builder.addLimit(Bandwidth.builder()
                    .capacity(limit.permits())
                    .refillGreedy(limit.permits(), limit.period())
                    .build());
        }
        return builder.build();
    }

    /** After how long without use a bucket is full again, and may be forgotten. */
    public long longestNanos() {
        return longestNanos;
    }

    RateTime time() {
        return time;
    }

    /** Whether a bucket is as good as a new one. */
    boolean isFull(Bucket bucket) {
        long[] available = available(bucket);
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
    public void appendState(StringBuilder field, Bucket bucket) {
        long[] available = available(bucket);
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

    private static long[] available(Bucket bucket) {
        return bucket.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth();
    }
}
