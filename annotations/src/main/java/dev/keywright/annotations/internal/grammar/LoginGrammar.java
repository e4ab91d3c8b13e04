package dev.keywright.annotations.internal.grammar;

import java.time.Duration;
import java.util.List;

/** How many failed log-ins are borne: one limit, as {@code "5 per 15 minutes"}. */
public final class LoginGrammar {

    private static final long MOST = 1_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    private LoginGrammar() {}

    /**
     * Parses one limit of failures.
     *
     * @throws GrammarException when it is not one limit of 1 to 1,000 failures in at most a day
     */
    public static Limit failures(String text) {
        List<Limit> limits = LimitGrammar.parse(text);
        Limit one = limits.get(0);
        if (limits.size() > 1 || one.permits() > MOST || one.period().compareTo(LONGEST) > 0) {
            throw new GrammarException(
                    "'" + text + "' does not say how many failed log-ins are borne; write one limit of" + " 1 to "
                            + MOST + " in at most a day, as \"5 per 15 minutes\".");
        }
        return one;
    }
}
