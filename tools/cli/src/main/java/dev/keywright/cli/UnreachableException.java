package dev.keywright.cli;

/** Something that the command needs does not answer; the message says what, and the command ends with status 3. */
final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(Exception problem) {
        super(problem.getMessage(), problem);
    }
}
