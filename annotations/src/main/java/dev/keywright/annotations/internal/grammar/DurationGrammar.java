package dev.keywright.annotations.internal.grammar;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code "300 seconds"}, {@code "5 min"}. */
public final class DurationGrammar {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})\\s*([a-z]+)");
    private static final Duration LONGEST = Duration.ofDays(1);

    private DurationGrammar() {}

    /**
     * Parses a duration between one second and one day.
     *
     * @throws GrammarException when it is no duration, not positive or longer than a day
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new GrammarException("'" + text + "' is not a duration; write \"300 seconds\" or \"5 minutes\".");
        }
        long count = Long.parseLong(matcher.group(1));
        Duration duration = TimeUnits.of(matcher.group(2), text).multipliedBy(count);
        if (count <= 0 || duration.compareTo(LONGEST) > 0) {
            throw new GrammarException("'" + text + "' must be between one second and one day.");
        }
        return duration;
    }
}
