package dev.keywright.runtime.key;

import org.jspecify.annotations.Nullable;

/**
 * Where records of API keys are found. Implementations are safe for use by many threads and answer quickly; one that asks
 * another machine bounds the wait itself and throws.
 */
public interface KeyStore {

    /**
     * The record of a key in Keywright's own format.
     *
     * @param id the id part of the key
     * @return null when there is none
     * @throws KeyStoreException when the store cannot tell
     */
    @Nullable
    KeyRecord findById(String id) throws KeyStoreException;

    /**
     * The record of a key in Keywright's own format that somebody presents; what guards ask. A store that remembers answers
     * gives a remembered one only where the secret fits it. Otherwise an answer that comes at once would tell a stranger that
     * the id exists and is in use.
     *
     * @param rawDigest the digest of the presented secret, as {@link KeyHasher#raw} makes it
     * @return null when there is none; the caller still has to compare the digest
     * @throws KeyStoreException when the store cannot tell
     */
    default @Nullable KeyRecord findById(String id, byte[] rawDigest) throws KeyStoreException {
        return findById(id);
    }

    /**
     * The record of a key in some other format, found by the digest of the whole key.
     *
     * @param digest as {@link KeyHasher#digest(String)} makes it
     * @return null when there is none
     * @throws KeyStoreException when the store cannot tell
     */
    default @Nullable KeyRecord findByDigest(String digest) throws KeyStoreException {
        return null;
    }

    /** Whether the store holds keys in other formats, so that {@link #findByDigest} is worth asking. */
    default boolean holdsForeignKeys() {
        return false;
    }

    /** How the store is. */
    default Health health() {
        return Health.UP;
    }

    /** How a store is. */
    enum Health {
        /** It answers with what it holds now. */
        UP,
        /** It cannot read its source; it answers from the last good state, or not at all. */
        DOWN
    }
}
