package dev.keywright.annotations.internal.grammar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits such as {@code "10 per second; 100 per 2 hours"} or {@code "60/minute"}. */
public final class LimitGrammar {

    private static final Pattern ONE =
            Pattern.compile("(-?\\d{1,12})\\s*(?:/|\\s+per\\s)\\s*(?:(\\d{1,6})\\s+)?([a-z]+)");
    private static final Duration LONGEST = Duration.ofDays(366);

    private LimitGrammar() {}

    /**
     * Parses one or more limits, separated by {@code ;}.
     *
     * @throws GrammarException when the text is not a list of limits, or one of them is not positive
     */
    public static List<Limit> parse(String text) {
        List<Limit> limits = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            limits.add(one(part.strip(), text));
        }
        return List.copyOf(limits);
    }

    private static Limit one(String part, String whole) {
        Matcher matcher = ONE.matcher(part.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new GrammarException("'" + whole + "' is not a limit; write \"60 per minute\", \"10/second\" or"
                    + " \"10 per second; 100 per hour\".");
        }
        long permits = Long.parseLong(matcher.group(1));
        if (permits <= 0) {
            throw new GrammarException("A limit of " + permits + " admits no call; write a number from 1, or take the"
                    + " endpoint away.");
        }
        long count = matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2));
        Duration period = TimeUnits.of(matcher.group(3), whole).multipliedBy(count);
        if (period.isZero() || period.compareTo(LONGEST) > 0) {
            throw new GrammarException("The period of '" + part + "' must be between one second and 366 days.");
        }
        return new Limit(permits, period);
    }
}
