package dev.keywright.runtime.login;

import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Attempts in this process's memory, for one node. Nobody gets a fresh count by crowding out their old one: a name is dropped
 * only once it is as good as unknown. When there is no room for another name, newcomers share counts, chosen by a secret of
 * this process; they are then put off for a minute at most, and never locked out by a stranger's failures.
 */
public final class MemoryAttemptStore implements AttemptStore {

    /** Names with counts of their own, unless said otherwise. */
    public static final int DEFAULT_CAPACITY = 100_000;

    private static final int STRIPES = 4096;
    private static final long SWEEP_MILLIS = 1_000;
    private static final long LONGEST_SHARED_MILLIS = 60_000;

    /** What is kept of a name, and from when it may be dropped. */
    private record Entry(AttemptState state, long forgottenMillis) {}

    private final int capacity;
    private final ConcurrentHashMap<String, Entry> names = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, Entry> shared = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);
    private final long seed = new SecureRandom().nextLong();

    /** A store with the default capacity. */
    public MemoryAttemptStore() {
        this(DEFAULT_CAPACITY);
    }

    /**
     * A store.
     *
     * @param capacity how many names have counts of their own
     */
    public MemoryAttemptStore(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException(LoginMessages.badCapacity());
        }
        this.capacity = capacity;
    }

    @Override
    public Charge charge(String name, Backoff backoff, long floorMillis, long nowMillis) {
        sweepIfFull(nowMillis);
        AtomicReference<@Nullable Charge> answer = new AtomicReference<>();
        names.compute(name, (key, known) -> {
            if (known == null && !reserve()) {
                return null;
            }
            return charge(known, backoff, floorMillis, nowMillis, answer);
        });
        if (answer.get() == null) {
            Backoff gentle = gentle(backoff);
            shared.compute(stripe(name), (key, known) -> charge(known, gentle, floorMillis, nowMillis, answer));
        }
        return Objects.requireNonNull(answer.get());
    }

    private static Entry charge(
            @Nullable Entry known,
            Backoff backoff,
            long floorMillis,
            long nowMillis,
            AtomicReference<@Nullable Charge> answer) {
        AttemptState before = known == null ? AttemptState.NONE : known.state();
        AttemptState.Charged charged = before.charge(backoff, floorMillis, nowMillis);
        answer.set(charged.charge());
        return new Entry(charged.state(), charged.state().forgottenMillis(backoff));
    }

    private static Backoff gentle(Backoff backoff) {
        return new Backoff(
                backoff.free(),
                backoff.delaysMillis().stream()
                        .map(delay -> Math.min(delay, LONGEST_SHARED_MILLIS))
                        .toList(),
                backoff.leakMillis());
    }

    @Override
    public void giveBack(String name, Backoff backoff, long nowMillis) {
        if (names.computeIfPresent(name, (key, known) -> giveBack(known, backoff, nowMillis)) == null) {
            Backoff gentle = gentle(backoff);
            shared.computeIfPresent(stripe(name), (key, known) -> giveBack(known, gentle, nowMillis));
        }
    }

    private static Entry giveBack(Entry known, Backoff backoff, long nowMillis) {
        AttemptState state = known.state().giveBack(backoff, nowMillis);
        return new Entry(state, state.forgottenMillis(backoff));
    }

    @Override
    public void reset(String name) {
        // A shared count stays: it is not this name's alone.
        names.computeIfPresent(name, (key, known) -> release());
    }

    /** How many names have counts, their own or shared ones. */
    public int size() {
        return names.size() + shared.size();
    }

    private boolean reserve() {
        if (count.incrementAndGet() > capacity) {
            count.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Nothing, in place of an entry whose room is given back. */
    private @Nullable Entry release() {
        count.decrementAndGet();
        return null;
    }

    private void sweepIfFull(long nowMillis) {
        long next = nextSweep.get();
        if (count.get() >= capacity && nowMillis >= next && nextSweep.compareAndSet(next, nowMillis + SWEEP_MILLIS)) {
            for (String name : names.keySet()) {
                names.computeIfPresent(name, (key, known) -> known.forgottenMillis() <= nowMillis ? release() : known);
            }
        }
    }

    private int stripe(String name) {
        long mixed = (name.hashCode() ^ seed) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 52) & STRIPES - 1;
    }
}
