package dev.keywright.annotations.internal.grammar;

import java.time.Duration;

/** So many permits in each period. */
public record Limit(long permits, Duration period) {}
