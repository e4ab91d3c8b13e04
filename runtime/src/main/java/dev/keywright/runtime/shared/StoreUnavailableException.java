package dev.keywright.runtime.shared;

/**
 * A shared store does not answer, answers too late, or has no room. Thrown once per request while a store is down, so it
 * carries no stack trace.
 */
public final class StoreUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /** Says what did not answer, without any value that was sent to it; nothing was sent. */
    public StoreUnavailableException(String message) {
        this(message, false);
    }

    /**
     * As {@link #StoreUnavailableException(String)}.
     *
     * @param sent whether the store may have done what it was asked, though nobody heard of it
     */
    public StoreUnavailableException(String message, boolean sent) {
        super(message, null, false, false);
        this.sent = sent;
    }

    /** Whether the store may have done what it was asked. */
    public boolean wasSent() {
        return sent;
    }
}
