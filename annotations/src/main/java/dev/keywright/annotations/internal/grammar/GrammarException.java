package dev.keywright.annotations.internal.grammar;

/** A value that does not follow its grammar. The message is one sentence with the mend in it, fit for a compile error. */
public final class GrammarException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public GrammarException(String message) {
        super(message);
    }
}
