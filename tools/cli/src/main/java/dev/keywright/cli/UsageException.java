package dev.keywright.cli;

/** What the user asked for cannot be done as asked; the message says why, and ends the command with status 2. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    /** What somebody else refused, in its words. */
    UsageException(Exception refusal) {
        super(refusal.getMessage(), refusal);
    }
}
