package dev.keywright.checks.config;

import java.util.List;

/** A configuration file that cannot be used. The message has one line for each mistake, as {@code file:line:column: what}. */
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes, in the order of the file. */
    public List<String> problems() {
        return problems;
    }
}
