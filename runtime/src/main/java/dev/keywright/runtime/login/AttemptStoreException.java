package dev.keywright.runtime.login;

/** The store cannot answer now. The guard answers 503. The message holds no account. */
public final class AttemptStoreException extends Exception {

    private static final long serialVersionUID = 1L;

    public AttemptStoreException(String message) {
        super(message);
    }

    public AttemptStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
