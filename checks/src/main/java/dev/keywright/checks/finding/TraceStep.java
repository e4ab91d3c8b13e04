package dev.keywright.checks.finding;

/** One step of a value's way, as {@code Orders.java:41 HMAC computed}. */
public record TraceStep(Location location, String text) {}
