package dev.keywright.store.redis;

/** Redis cannot be reached at the start, or would not keep what it is given. Its message holds no credential. */
public final class RedisStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // Causes are left out: a server's or client's own message may quote the password it was sent.
    RedisStartException(String message) {
        super(message);
    }
}
