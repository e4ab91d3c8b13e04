package dev.keywright.adapters.jwt;

import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.token.TokenStoreException;

/** Where the keys come from. Safe for use by many threads. */
interface KeySource {

    /**
     * The keys as far as they are known.
     *
     * @throws TokenStoreException when there are none, or only such as are too old
     */
    VerificationKeys current() throws TokenStoreException;

    /**
     * The keys after a token named one that is not among those given; asks anew if that is allowed now.
     *
     * @throws TokenStoreException when asking failed, so that nobody can tell whether there is such a key
     */
    VerificationKeys after(VerificationKeys seen) throws TokenStoreException;

    Health health();

    /** Keys that never change. */
    static KeySource fixed(VerificationKeys keys) {
        return new KeySource() {
            @Override
            public VerificationKeys current() {
                return keys;
            }

            @Override
            public VerificationKeys after(VerificationKeys seen) {
                return keys;
            }

            @Override
            public Health health() {
                return Health.UP;
            }
        };
    }
}
