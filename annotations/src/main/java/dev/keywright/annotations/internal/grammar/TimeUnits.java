package dev.keywright.annotations.internal.grammar;

import java.time.Duration;

/** The words for units of time, singular, plural and short. */
final class TimeUnits {

    private TimeUnits() {}

    static Duration of(String word, String whole) {
        return switch (word) {
            case "s", "sec", "secs", "second", "seconds" -> Duration.ofSeconds(1);
            case "m", "min", "mins", "minute", "minutes" -> Duration.ofMinutes(1);
            case "h", "hour", "hours" -> Duration.ofHours(1);
            case "d", "day", "days" -> Duration.ofDays(1);
            default ->
                throw new GrammarException(
                        "'" + word + "' in '" + whole + "' is no unit of time; write second, minute, hour or day.");
        };
    }
}
