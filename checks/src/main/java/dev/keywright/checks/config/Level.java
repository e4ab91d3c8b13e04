package dev.keywright.checks.config;

import dev.keywright.checks.finding.Severity;
import java.util.Locale;
import java.util.Optional;

/** What a project decides about a rule: a severity for all its findings, or not to run it. */
public enum Level {
    OFF,
    NOTE,
    WARNING,
    ERROR;

    /** The severity, empty for {@link #OFF}. */
    public Optional<Severity> severity() {
        return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }

    static Optional<Level> of(String text) {
        for (Level level : values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
