package dev.keywright.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.replay.NonceStore.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link NonceStore} does. Extend it with a store of your own. */
public abstract class NonceStoreContract {

    /** When the test began. */
    protected final long began = System.currentTimeMillis();

    private final long later = began + 330_000;

    /** The time of each call is the real one: a store with a clock of its own answers nobody whose clock is another. */
    private static long now() {
        return System.currentTimeMillis();
    }

    /** An empty store in which one credential may have a hundred nonces. Called once in each test. */
    protected abstract NonceStore store() throws Exception;

    @Test
    void aNonceIsRecordedOnceForEachCredential() throws Exception {
        NonceStore store = store();
        assertThat(store.seen("acme", "n")).isFalse();
        assertThat(store.record("acme", "n", later, now())).isEqualTo(Answer.RECORDED);
        assertThat(store.seen("acme", "n")).isTrue();
        assertThat(store.seen("other", "n")).isFalse();
        assertThat(store.record("acme", "n", later, now())).isEqualTo(Answer.SEEN);
        assertThat(store.record("acme", "n", later + 60_000, now() + 1_000)).isEqualTo(Answer.SEEN);
        assertThat(store.record("other", "n", later, now())).isEqualTo(Answer.RECORDED);
        assertThat(store.record("acme", "m", later, now())).isEqualTo(Answer.RECORDED);
    }

    @Test
    void namesThatRunTogetherAreNotConfused() throws Exception {
        NonceStore store = store();
        assertThat(store.record("a", "bc", later, now())).isEqualTo(Answer.RECORDED);
        assertThat(store.record("ab", "c", later, now())).isEqualTo(Answer.RECORDED);
        assertThat(store.record("", "abc", later, now())).isEqualTo(Answer.RECORDED);
        assertThat(store.record("a", "BC", later, now())).isEqualTo(Answer.RECORDED);
    }

    @Test
    void aFullQuotaForgetsNothingAndConcernsNobodyElse() throws Exception {
        NonceStore store = store();
        for (int i = 0; i < 100; i++) {
            assertThat(store.record("acme", "n" + i, later, now())).isEqualTo(Answer.RECORDED);
        }
        for (int i = 100; i < 300; i++) {
            assertThat(store.record("acme", "n" + i, later, now())).isEqualTo(Answer.UNAVAILABLE);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(store.record("acme", "n" + i, later, now())).isEqualTo(Answer.SEEN);
        }
        assertThat(store.record("other", "n0", later, now())).isEqualTo(Answer.RECORDED);
    }

    @Test
    void whatHasExpiredMakesRoom() throws Exception {
        NonceStore store = store();
        for (int i = 0; i < 90; i++) {
            store.record("acme", "old" + i, began - 60_000, now());
        }
        for (int i = 0; i < 100; i++) {
            assertThat(store.record("acme", "n" + i, later, now() + 1_000)).isEqualTo(Answer.RECORDED);
        }
        assertThat(store.record("acme", "n100", later, now() + 1_000)).isEqualTo(Answer.UNAVAILABLE);
    }

    @Test
    void ofManyAttemptsAtOnceOneIsAdmitted() throws Exception {
        NonceStore store = store();
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 50; round++) {
                String nonce = "race" + round;
                CyclicBarrier start = new CyclicBarrier(threads);
                List<Future<Answer>> answers = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    answers.add(pool.submit(() -> {
                        start.await();
                        return store.record("acme", nonce, later, now());
                    }));
                }
                List<Answer> all = new ArrayList<>();
                for (Future<Answer> answer : answers) {
                    all.add(answer.get());
                }
                assertThat(all).containsOnly(Answer.RECORDED, Answer.SEEN).containsOnlyOnce(Answer.RECORDED);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
