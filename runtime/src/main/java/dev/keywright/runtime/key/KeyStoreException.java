package dev.keywright.runtime.key;

/** The store cannot answer now. The guard answers 503. The message holds no key. */
public final class KeyStoreException extends Exception {

    private static final long serialVersionUID = 1L;

    public KeyStoreException(String message) {
        super(message);
    }

    public KeyStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
