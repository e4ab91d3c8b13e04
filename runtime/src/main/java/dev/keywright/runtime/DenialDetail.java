package dev.keywright.runtime;

/** How much a refused caller is told. */
public enum DenialDetail {

    /** Every failed authentication looks the same. The default. */
    UNIFORM,

    /** The problem's {@code detail} says what failed; it helps honest callers, and attackers as well. */
    DISTINCT
}
