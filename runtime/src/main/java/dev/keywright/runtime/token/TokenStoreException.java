package dev.keywright.runtime.token;

/** The store cannot answer now. The guard answers 503. The message holds no token. */
public final class TokenStoreException extends Exception {

    private static final long serialVersionUID = 1L;

    public TokenStoreException(String message) {
        super(message);
    }

    public TokenStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
