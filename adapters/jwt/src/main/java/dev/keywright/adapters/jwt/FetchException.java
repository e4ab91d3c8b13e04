package dev.keywright.adapters.jwt;

/** A key set could not be fetched. */
final class FetchException extends Exception {

    private static final long serialVersionUID = 1L;

    FetchException(String message) {
        super(message);
    }
}
