package dev.keywright.checks.finding;

/** How much a finding weighs. Only {@link #ERROR} stops a build by itself. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR
}
