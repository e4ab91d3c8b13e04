package dev.keywright.runtime.login;

/**
 * Counts attempts by name and puts off those that come too early. Names are opaque: they hold neither accounts nor addresses
 * in the clear. Implementations are safe for use by many threads and, where several nodes share them, by many nodes: each
 * call is one atomic step. They answer quickly, and their memory is bounded.
 *
 * <p>{@link AttemptState} is what is kept of a name, and how each call changes it; an unknown name is
 * {@link AttemptState#NONE}. Every call first forgets {@code (now - since) / leak} attempts, not fewer than none, and moves
 * {@code since} on by as many whole leaks. From {@link AttemptState#forgottenMillis} on a name may be dropped.
 */
public interface AttemptStore {

    /** For how long, after the end of a wait, it is remembered that it was waited for: five minutes. */
    long GRACE_MILLIS = 300_000;

    /**
     * What became of an attempt.
     *
     * @param count how many attempts are charged now, this one included when it was taken
     * @param waitMillis 0 when the attempt may go on; else how long to wait, and the attempt was not charged
     */
    record Charge(int count, long waitMillis) {

        /** Whether the attempt may go on. */
        public boolean isTaken() {
            return waitMillis == 0;
        }
    }

    /**
     * Charges an attempt, unless its name has to wait.
     *
     * <ol>
     *   <li>When {@code now < until}: refused with {@code until - now}. Nothing changes.
     *   <li>When {@code floorMillis > 0}, the count is zero, and no wait of this name ended within the last
     *       {@link #GRACE_MILLIS}: refused with {@code floorMillis}; {@code until} and {@code since} become
     *       {@code now + floorMillis}.
     *   <li>Else it is taken: the count grows by one, at most to {@link Backoff#most()}; {@code until} becomes
     *       {@code now + max(backoff.delayMillis(count), floorMillis)}, or 0 when there is no wait; {@code since} becomes
     *       {@code until}, or {@code now} when there is no wait and the count was zero before.
     * </ol>
     *
     * @param name what is counted
     * @param backoff how long names wait
     * @param floorMillis the least wait, in milliseconds; also before the first attempt
     * @param nowMillis the time now, in milliseconds since the epoch
     * @throws AttemptStoreException when the store cannot tell; nothing may be let through
     */
    Charge charge(String name, Backoff backoff, long floorMillis, long nowMillis) throws AttemptStoreException;

    /**
     * Takes back one attempt that was charged: the count shrinks by one, not below zero, and {@code until} becomes at most
     * {@code now + backoff.delayMillis(count)}, {@code since} at most the later of {@code until} and {@code now}.
     *
     * @throws AttemptStoreException when the store cannot tell; the attempt may stay charged
     */
    void giveBack(String name, Backoff backoff, long nowMillis) throws AttemptStoreException;

    /**
     * Forgets a name.
     *
     * @throws AttemptStoreException when the store cannot tell; the attempts may stay charged
     */
    void reset(String name) throws AttemptStoreException;

    /** Whether other processes count here too; then all of them need the same key for the names of accounts. */
    default boolean isShared() {
        return false;
    }
}
