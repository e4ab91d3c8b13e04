package dev.keywright.runtime.account;

import dev.keywright.annotations.internal.grammar.Limit;
import dev.keywright.runtime.login.Backoff;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code failures = "N per P"} means.
 *
 * <ul>
 *   <li>One account from one address group: the last eight failures before the N-th, at most half of all, cost a wait of 1, 2,
 *       4, … seconds; the N-th locks for P, each one after the lock for twice as long, up to a day.
 *   <li>One address group over all accounts: ten times N failures are free; then waits of 1, 2, 4, … seconds, up to P.
 *   <li>One account over all addresses: from twice N failures on every address waits 1, 2, 4, … seconds before it may try,
 *       up to a minute.
 * </ul>
 *
 * <p>One failure is forgotten for each P/N of quiet time, for addresses ten times as fast.
 *
 * @param pair one account from one address group
 * @param address one address group
 * @param network the /48 of an IPv6 address group
 * @param account merely counts the attempts on an account
 * @param floor the wait before an attempt, by the count of the account
 * @param lock from which count of a pair on it is locked
 */
record LoginRules(Backoff pair, Backoff address, Backoff network, Backoff account, Backoff floor, int lock) {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    private static final int GROWING = 8;
    private static final int ADDRESS_FACTOR = 10;
    private static final int NETWORK_FACTOR = 16;

    static LoginRules of(Limit failures) {
        int count = (int) failures.permits();
        long period = failures.period().toMillis();
        int free = Math.max(count / 2, count - 1 - GROWING);
        List<Long> waits = new ArrayList<>(doubling(SECOND, Math.min(DAY, period), count - 1 - free));
        long longest = Math.max(period, DAY);
        for (long lock = period; lock < longest; lock *= 2) {
            waits.add(lock);
        }
        waits.add(longest);
        List<Long> addressWaits = doublingUpTo(Math.max(SECOND, period));
        Backoff floor = new Backoff(2 * count, doublingUpTo(MINUTE), leak(period, count));
        return new LoginRules(
                new Backoff(free, waits, leak(period, count)),
                new Backoff(ADDRESS_FACTOR * count, addressWaits, leak(period, ADDRESS_FACTOR * count)),
                new Backoff(
                        ADDRESS_FACTOR * NETWORK_FACTOR * count,
                        addressWaits,
                        leak(period, ADDRESS_FACTOR * NETWORK_FACTOR * count)),
                new Backoff(floor.most(), List.of(), leak(period, count)),
                floor,
                count);
    }

    private static long leak(long periodMillis, int count) {
        return Math.max(1, periodMillis / count);
    }

    /** So many waits, each twice the one before, none above the longest. */
    private static List<Long> doubling(long first, long longest, int count) {
        List<Long> waits = new ArrayList<>();
        long wait = first;
        for (int i = 0; i < count; i++) {
            waits.add(Math.min(wait, longest));
            wait = Math.min(2 * wait, longest);
        }
        return waits;
    }

    private static List<Long> doublingUpTo(long longest) {
        List<Long> waits = new ArrayList<>();
        for (long wait = SECOND; wait < longest; wait *= 2) {
            waits.add(wait);
        }
        waits.add(longest);
        return waits;
    }
}
