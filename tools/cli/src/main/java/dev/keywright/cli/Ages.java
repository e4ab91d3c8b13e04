package dev.keywright.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long keys live: {@code "90 days"}, {@code "12 hours"}. A year is 365 days. */
final class Ages {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(minute|hour|day|week|year)s?");
    private static final Map<String, Duration> UNITS = Map.of(
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "year", Duration.ofDays(365));
    private static final Duration LONGEST = Duration.ofDays(100 * 365);

    private Ages() {}

    /** The moment so long from now, in whole seconds. */
    static Instant from(String text) throws UsageException {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(parse(text));
    }

    static Duration parse(String text) throws UsageException {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new UsageException(Messages.notAnAge(text));
        }
        Duration age =
                UNITS.getOrDefault(matcher.group(2), Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
        if (age.isZero() || age.compareTo(LONGEST) > 0) {
            throw new UsageException(Messages.notAnAge(text));
        }
        return age;
    }
}
