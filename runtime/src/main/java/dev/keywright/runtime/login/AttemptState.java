package dev.keywright.runtime.login;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of one name, and how a call changes it. Stores that count in this process use it as it is; those that count
 * elsewhere do the same there. Immutable.
 *
 * @param count the attempts that are charged
 * @param sinceMillis from when quiet time is counted, in milliseconds since the epoch
 * @param untilMillis the end of the wait, likewise; 0 when there was none
 */
public record AttemptState(int count, long sinceMillis, long untilMillis) {

    /** A name that nothing is known of. */
    public static final AttemptState NONE = new AttemptState(0, 0, 0);

    /**
     * A charge and what it leaves behind.
     *
     * @param charge the answer
     * @param state what to keep
     */
    public record Charged(AttemptStore.Charge charge, AttemptState state) {}

    /** The state of a name that may not be known. */
    public static AttemptState of(@Nullable AttemptState known) {
        return known == null ? NONE : known;
    }

    /** As {@link AttemptStore#charge} says. */
    public Charged charge(Backoff backoff, long floorMillis, long nowMillis) {
        AttemptState now = forget(backoff, nowMillis);
        if (nowMillis < now.untilMillis) {
            return new Charged(new AttemptStore.Charge(now.count, now.untilMillis - nowMillis), this);
        }
        if (floorMillis > 0 && now.count == 0 && !now.hasWaited(nowMillis)) {
            long until = nowMillis + floorMillis;
            return new Charged(new AttemptStore.Charge(0, floorMillis), new AttemptState(0, until, until));
        }
        int count = Math.min(backoff.most(), now.count + 1);
        long delay = Math.max(backoff.delayMillis(count), floorMillis);
        long until = delay > 0 ? nowMillis + delay : 0;
        long since = delay > 0 ? until : now.count == 0 ? nowMillis : now.sinceMillis;
        return new Charged(new AttemptStore.Charge(count, 0), new AttemptState(count, since, until));
    }

    private boolean hasWaited(long nowMillis) {
        return untilMillis > 0 && nowMillis - untilMillis <= AttemptStore.GRACE_MILLIS;
    }

    /** As {@link AttemptStore#giveBack} says. */
    public AttemptState giveBack(Backoff backoff, long nowMillis) {
        AttemptState now = forget(backoff, nowMillis);
        int count = Math.max(0, now.count - 1);
        long until = Math.min(now.untilMillis, nowMillis + backoff.delayMillis(count));
        return new AttemptState(count, Math.min(now.sinceMillis, Math.max(until, nowMillis)), until);
    }

    private AttemptState forget(Backoff backoff, long nowMillis) {
        long leaks = nowMillis <= sinceMillis ? 0 : (nowMillis - sinceMillis) / backoff.leakMillis();
        return leaks == 0
                ? this
                : new AttemptState(
                        (int) Math.max(0, count - leaks), sinceMillis + leaks * backoff.leakMillis(), untilMillis);
    }

    /** From when a name is as good as unknown, in milliseconds since the epoch. */
    public long forgottenMillis(Backoff backoff) {
        return Math.max(untilMillis + AttemptStore.GRACE_MILLIS, sinceMillis + count * backoff.leakMillis());
    }
}
