package dev.keywright.store.jdbc;

import java.time.Duration;

/**
 * How the stores use their database. Immutable.
 *
 * @param maxAge how long a record of a key is used after it was read; a change made elsewhere is seen after that at the latest.
 *     0 to 5 minutes; zero for no cache
 * @param cacheSize how many records are remembered at most, 1 to 1,000,000
 * @param timeout how long a statement may take, 1 second to 1 minute, in whole seconds
 * @param concurrency how many questions to the database may be open at once, 1 to 1,000; no more than the pool has connections
 * @param patience how long a request waits for its turn when so many are open, up to 1 minute; after that it is answered with 503
 */
public record JdbcSettings(Duration maxAge, int cacheSize, Duration timeout, int concurrency, Duration patience) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    public JdbcSettings {
        check(!maxAge.isNegative() && maxAge.compareTo(MINUTE.multipliedBy(5)) <= 0, "maxAge");
        check(cacheSize >= 1 && cacheSize <= 1_000_000, "cacheSize");
        check(timeout.toSeconds() >= 1 && timeout.compareTo(MINUTE) <= 0, "timeout");
        check(concurrency >= 1 && concurrency <= 1_000, "concurrency");
        check(!patience.isNegative() && patience.compareTo(MINUTE) <= 0, "patience");
    }

    private static void check(boolean held, String what) {
        if (!held) {
            throw new IllegalArgumentException(Messages.badSetting(what));
        }
    }

    /** Records for 5 seconds, 10,000 of them; 2 seconds for a statement; 8 at once, and 200 milliseconds to wait for a turn. */
    public static JdbcSettings standard() {
        return new JdbcSettings(Duration.ofSeconds(5), 10_000, Duration.ofSeconds(2), 8, Duration.ofMillis(200));
    }

    /** With another age of records. */
    public JdbcSettings withMaxAge(Duration age) {
        return new JdbcSettings(age, cacheSize, timeout, concurrency, patience);
    }

    /** With another size of the cache. */
    public JdbcSettings withCacheSize(int size) {
        return new JdbcSettings(maxAge, size, timeout, concurrency, patience);
    }

    /** With another time for statements. */
    public JdbcSettings withTimeout(Duration time) {
        return new JdbcSettings(maxAge, cacheSize, time, concurrency, patience);
    }

    /** With another number of questions at once. */
    public JdbcSettings withConcurrency(int questions, Duration waitForTurn) {
        return new JdbcSettings(maxAge, cacheSize, timeout, questions, waitForTurn);
    }
}
