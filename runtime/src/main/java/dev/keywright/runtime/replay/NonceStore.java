package dev.keywright.runtime.replay;

import dev.keywright.runtime.key.KeyStore.Health;

/**
 * Remembers which nonces were used. What it has recorded it never forgets before it expires. Safe for use by many threads.
 */
public interface NonceStore {

    /** What became of a nonce. */
    enum Answer {
        /** It was new, and is recorded now. */
        RECORDED,
        /** It was recorded before. */
        SEEN,
        /** There is no room for this credential, or the store does not answer; nothing was recorded. */
        UNAVAILABLE
    }

    /**
     * Records a nonce, atomically: of any number of calls with the same nonce exactly one gets {@link Answer#RECORDED}.
     *
     * @param credential the id of the credential that signed
     * @param nonce the nonce
     * @param expiresAtMillis until when to remember it, in milliseconds since the epoch
     * @param nowMillis the time now, likewise
     */
    Answer record(String credential, String nonce, long expiresAtMillis, long nowMillis);

    /** Whether a nonce is recorded now; an early answer that {@link #record} makes certain. */
    boolean seen(String credential, String nonce);

    /**
     * From when this store has remembered everything, in milliseconds since the epoch. Signatures that an earlier process
     * may have admitted are refused.
     */
    long bornAtMillis();

    /** How the store is; while it is {@code DOWN} it answers {@link Answer#UNAVAILABLE}. */
    default Health health() {
        return Health.UP;
    }
}
