package dev.keywright.runtime;

/** What a guard says about one exchange. */
public sealed interface Verdict permits Admitted, Denied {}
