package dev.keywright.runtime.limit;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The limits that stand in key records, each key over all endpoints. Keys of equal limits share a table of buckets. */
public final class OwnLimits {

    private final LimitFactory factory;
    private final ConcurrentHashMap<String, CredentialBuckets> byText = new ConcurrentHashMap<>();

    /** No bucket yet. */
    public OwnLimits(LimitFactory factory) {
        this.factory = factory;
    }

    /** The table for one text of limits. */
    public CredentialBuckets table(String text) {
        @Nullable CredentialBuckets known = byText.get(text);
        return known != null
                ? known
                : byText.computeIfAbsent(text, absent -> new CredentialBuckets(factory.limit("key", "key", absent, 1)));
    }

    /** The counter of a key. */
    public Counter counter(String text, String credential) {
        return table(text).counter(credential);
    }
}
