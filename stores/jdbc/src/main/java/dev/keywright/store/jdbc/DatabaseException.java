package dev.keywright.store.jdbc;

/** The database cannot be asked, or did not answer. The message may be shown. */
final class DatabaseException extends Exception {

    private static final long serialVersionUID = 1L;

    DatabaseException(String message) {
        super(message);
    }

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
