package dev.keywright.checks.finding;

/** A place that the analysis left open: a budget that ran out, a rule that crashed, a file that did not parse, or not in time. */
public record Undecided(Kind kind, Location location, String text) {

    /** Why it was left open. */
    public enum Kind {
        BUDGET,
        CRASH,
        UNPARSED,
        /** The file's parse took too long and was ended. */
        TIME,
        UNKNOWN_TYPE
    }
}
