package dev.keywright.runtime.token;

import dev.keywright.runtime.key.KeyStore.Health;

/**
 * Tells whether a bearer token is genuine. Implementations are safe for use by many threads and answer quickly; one that
 * asks another machine bounds the wait itself and throws. A well-formed token that does not exist costs the same work as one
 * that does.
 */
@FunctionalInterface
public interface BearerVerifier {

    /**
     * Verifies a token.
     *
     * @param token as presented: the characters of a b64token (RFC 6750, section 2.1), at most 8,192 of them
     * @return what is known of it, or why it is not genuine
     * @throws TokenStoreException when the verifier cannot tell now; the guard answers 503
     */
    BearerAnswer verify(String token) throws TokenStoreException;

    /** How the verifier is. */
    default Health health() {
        return Health.UP;
    }
}
