package dev.keywright.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.login.AttemptState;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.login.AttemptStore.Charge;
import dev.keywright.runtime.login.Backoff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link AttemptStore} does. Extend it with a store of your own. */
public abstract class AttemptStoreContract {

    /** Two attempts cost nothing, the third a second, the fourth two, all further ones an hour. */
    private static final Backoff BACKOFF = new Backoff(2, List.of(1_000L, 2_000L, 3_600_000L), 60_000);

    /** The time at which the tests begin: now, for stores that drop names by a clock of their own. */
    protected final long now = System.currentTimeMillis();

    /** An empty store with room for at least ten thousand names. Called once in each test. */
    protected abstract AttemptStore store() throws Exception;

    @Test
    void attemptsAreCountedAndThenPutOffLongerEachTime() throws Exception {
        AttemptStore store = store();
        long time = now;
        assertThat(store.charge("n", BACKOFF, 0, time)).isEqualTo(new Charge(1, 0));
        assertThat(store.charge("n", BACKOFF, 0, time)).isEqualTo(new Charge(2, 0));
        assertThat(store.charge("n", BACKOFF, 0, time)).isEqualTo(new Charge(3, 0));
        assertThat(store.charge("n", BACKOFF, 0, time)).isEqualTo(new Charge(3, 1_000));
        assertThat(store.charge("n", BACKOFF, 0, time + 999)).isEqualTo(new Charge(3, 1));
        time += 1_000;
        assertThat(store.charge("n", BACKOFF, 0, time)).isEqualTo(new Charge(4, 0));
        assertThat(store.charge("n", BACKOFF, 0, time + 500)).isEqualTo(new Charge(4, 1_500));
        time += 2_000;
        assertThat(store.charge("n", BACKOFF, 0, time)).isEqualTo(new Charge(5, 0));
        assertThat(store.charge("n", BACKOFF, 0, time + 10_000)).isEqualTo(new Charge(5, 3_590_000));
        time += 3_600_000;
        assertThat(store.charge("n", BACKOFF, 0, time)).isEqualTo(new Charge(5, 0));
        assertThat(store.charge("other", BACKOFF, 0, time)).isEqualTo(new Charge(1, 0));
    }

    @Test
    void aRefusedAttemptChangesNothing() throws Exception {
        AttemptStore store = store();
        for (int i = 0; i < 3; i++) {
            store.charge("n", BACKOFF, 0, now);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(store.charge("n", BACKOFF, 0, now + i)).isEqualTo(new Charge(3, 1_000 - i));
        }
        assertThat(store.charge("n", BACKOFF, 0, now + 1_000)).isEqualTo(new Charge(4, 0));
    }

    @Test
    void quietTimeIsForgivenFromTheEndOfTheWait() throws Exception {
        AttemptStore store = store();
        for (int i = 0; i < 3; i++) {
            store.charge("n", BACKOFF, 0, now);
        }
        assertThat(store.charge("n", BACKOFF, 0, now + 1_000 + 59_999)).isEqualTo(new Charge(4, 0));
        long waited = now + 1_000 + 59_999 + 2_000;
        assertThat(store.charge("n", BACKOFF, 0, waited + 3 * 60_000)).isEqualTo(new Charge(2, 0));
    }

    @Test
    void withAFloorEvenTheFirstAttemptWaitsOnce() throws Exception {
        AttemptStore store = store();
        assertThat(store.charge("n", BACKOFF, 5_000, now)).isEqualTo(new Charge(0, 5_000));
        assertThat(store.charge("n", BACKOFF, 5_000, now + 4_000)).isEqualTo(new Charge(0, 1_000));
        assertThat(store.charge("n", BACKOFF, 5_000, now + 5_000)).isEqualTo(new Charge(1, 0));
        assertThat(store.charge("n", BACKOFF, 5_000, now + 5_000)).isEqualTo(new Charge(1, 5_000));
        assertThat(store.charge("n", BACKOFF, 5_000, now + 10_000)).isEqualTo(new Charge(2, 0));
    }

    @Test
    void whoDoesNotComeBackInTimeWaitsAgain() throws Exception {
        AttemptStore store = store();
        store.charge("n", BACKOFF, 5_000, now);
        long late = now + 5_000 + AttemptStore.GRACE_MILLIS + 1;
        assertThat(store.charge("n", BACKOFF, 5_000, late)).isEqualTo(new Charge(0, 5_000));
    }

    @Test
    void whatIsGivenBackLiftsItsWait() throws Exception {
        AttemptStore store = store();
        for (int i = 0; i < 3; i++) {
            store.charge("n", BACKOFF, 0, now);
        }
        store.giveBack("n", BACKOFF, now + 10);
        assertThat(store.charge("n", BACKOFF, 0, now + 10)).isEqualTo(new Charge(3, 0));
        store.giveBack("unknown", BACKOFF, now);
        assertThat(store.charge("unknown", BACKOFF, 0, now)).isEqualTo(new Charge(1, 0));
    }

    @Test
    void aNameThatIsResetStartsAfresh() throws Exception {
        AttemptStore store = store();
        for (int i = 0; i < 3; i++) {
            store.charge("n", BACKOFF, 0, now);
        }
        store.reset("n");
        store.reset("unknown");
        assertThat(store.charge("n", BACKOFF, 0, now)).isEqualTo(new Charge(1, 0));
    }

    @Test
    void everyCallDoesWhatTheStateSays() throws Exception {
        AttemptStore store = store();
        Random random = new Random(20261123);
        Map<String, AttemptState> model = new HashMap<>();
        long time = now;
        for (int i = 0; i < 3_000; i++) {
            String name = "n" + random.nextInt(3);
            AttemptState before = AttemptState.of(model.get(name));
            switch (random.nextInt(8)) {
                case 0 -> {
                    store.reset(name);
                    model.remove(name);
                }
                case 1, 2 -> {
                    store.giveBack(name, BACKOFF, time);
                    model.put(name, before.giveBack(BACKOFF, time));
                }
                default -> {
                    long floor = random.nextInt(3) == 0 ? random.nextInt(3_000) : 0;
                    AttemptState.Charged charged = before.charge(BACKOFF, floor, time);
                    assertThat(store.charge(name, BACKOFF, floor, time))
                            .as("call %d, %s at %d", i, before, time)
                            .isEqualTo(charged.charge());
                    model.put(name, charged.state());
                }
            }
            // Mostly small steps; a store that drops names by a clock of its own must not see hours go by.
            time += random.nextInt(10) == 0 ? random.nextInt(4_000) : random.nextInt(50);
        }
    }

    @Test
    void parallelAttemptsAreEachCharged() throws Exception {
        AttemptStore store = store();
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 20; round++) {
                String name = "race" + round;
                CyclicBarrier start = new CyclicBarrier(threads);
                List<Future<Charge>> answers = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    answers.add(pool.submit(() -> {
                        start.await();
                        return store.charge(name, BACKOFF, 0, now);
                    }));
                }
                List<Integer> taken = new ArrayList<>();
                for (Future<Charge> answer : answers) {
                    if (answer.get().isTaken()) {
                        taken.add(answer.get().count());
                    }
                }
                assertThat(taken).containsExactlyInAnyOrder(1, 2, 3);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
