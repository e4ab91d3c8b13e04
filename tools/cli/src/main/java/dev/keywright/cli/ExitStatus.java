package dev.keywright.cli;

/** What the process ends with. */
final class ExitStatus {

    static final int NOTHING_TO_STOP_FOR = 0;
    /** Findings at or above {@code --fail-on}, or a score under {@code --min-score}. It wins over {@link #INCOMPLETE}. */
    static final int FINDINGS = 1;
    /** Wrong options, or a configuration that cannot be used. */
    static final int USAGE = 2;
    /** Some file could not be read or analysed, a database does not answer, or the answer could not be written. */
    static final int INCOMPLETE = 3;

    private ExitStatus() {}
}
