package dev.keywright.runtime.limit;

import io.github.bucket4j.Bucket;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The limits that stand in key records, each key over all endpoints. Keys of equal limits share a table of buckets. */
public final class OwnLimits {

    private final RateTime time;
    private final ConcurrentHashMap<String, CredentialBuckets> byText = new ConcurrentHashMap<>();

    /** No bucket yet. */
    public OwnLimits(RateTime time) {
        this.time = time;
    }

    /** The table for one text of limits. */
    public CredentialBuckets table(String text) {
        @Nullable CredentialBuckets known = byText.get(text);
        return known != null
                ? known
                : byText.computeIfAbsent(text, absent -> new CredentialBuckets(new LimitSet("key", absent, 1, time)));
    }

    /** The bucket of a key. */
    public Bucket bucket(String text, String credential) {
        return table(text).bucket(credential);
    }
}
