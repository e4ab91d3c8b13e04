package dev.keywright.runtime.key;

import java.time.Instant;
import java.util.Map;

/** A key store that keeps about when each key was last used. Called from a thread of its own, never by a request. */
public interface LastUseKeeper extends KeyStore {

    /**
     * Keeps times of last use; an earlier one than the store holds, and one of an unknown key, is passed over.
     *
     * @param lastUses by the key's id; at most some ten thousand
     * @throws KeyStoreException when they cannot be kept; they are lost then
     */
    void keepLastUses(Map<String, Instant> lastUses) throws KeyStoreException;
}
