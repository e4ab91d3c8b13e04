package dev.keywright.checks.models;

/** On which side of a check a secret stands. */
public enum Role {
    /** Stored, configured or computed here: what a caller has to match. */
    EXPECTED,
    /** Handed in by a caller: a request, a header, a message. */
    PRESENTED,
    /** Either. */
    NEUTRAL
}
