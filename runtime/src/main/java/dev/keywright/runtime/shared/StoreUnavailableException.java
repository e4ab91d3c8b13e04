package dev.keywright.runtime.shared;

/**
 * A shared store does not answer, answers too late, or has no room. Thrown once per request while a store is down, so it
 * carries no stack trace.
 */
public final class StoreUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what did not answer, without any value that was sent to it. */
    public StoreUnavailableException(String message) {
        super(message, null, false, false);
    }
}
