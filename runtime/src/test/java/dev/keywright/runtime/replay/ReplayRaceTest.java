package dev.keywright.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ReplayRaceTest {

    private static final long NOW = 1_790_000_000_000L;
    private static final long EXPIRES = NOW + 330_000;
    private static final String NONCE = "the-one-nonce-of-the-race";

    private final MemoryNonceStore store = MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(1_000);

    @Test
    void admitsExactlyOneOfTwoHundredThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            for (int round = 0; round < 20; round++) {
                String nonce = NONCE + round;
                CountDownLatch start = new CountDownLatch(1);
                List<Future<NonceStore.Answer>> answers = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        return store.record("a", nonce, EXPIRES, NOW);
                    }));
                }
                start.countDown();
                int recorded = 0;
                for (Future<NonceStore.Answer> answer : answers) {
                    recorded += answer.get() == NonceStore.Answer.RECORDED ? 1 : 0;
                }
                assertThat(recorded).isEqualTo(1);
            }
            assertThat(store.size("a")).isEqualTo(20);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Rounds by the thousand, each begun by a number that all threads wait for, since two must meet between two steps. */
    @Test
    void admitsExactlyOneOfThoseThatMeetInTheMiddle() throws Exception {
        // Whoever is behind is told so at once, and so catches up with the other, if both run at all.
        for (int i = 0; i < 10; i++) {
            race(20_000);
        }
    }

    private static void race(int rounds) throws Exception {
        MemoryNonceStore roomy = MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(2 * rounds);
        AtomicInteger recorded = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> ends = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int thread = 0; thread < 2; thread++) {
                ends.add(threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        if (round % 100 == 0) {
                            together.await();
                        }
                        NonceStore.Answer answer = roomy.record("a", NONCE + round, EXPIRES, NOW);
                        recorded.addAndGet(answer == NonceStore.Answer.RECORDED ? 1 : 0);
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(recorded).hasValue(rounds);
        assertThat(roomy.size("a")).isEqualTo(rounds);
    }

    @Test
    void stillRefusesTheNonceAfterAFloodFarOverItsSizeAndServesOthers() {
        assertThat(store.record("a", NONCE, EXPIRES, NOW)).isEqualTo(NonceStore.Answer.RECORDED);
        int unavailable = 0;
        for (int i = 0; i < 100_000; i++) {
            NonceStore.Answer answer = store.record("a", "flood-of-other-nonces-" + i, EXPIRES, NOW + i % 300_000);
            unavailable += answer == NonceStore.Answer.UNAVAILABLE ? 1 : 0;
        }
        assertThat(unavailable).isEqualTo(100_000 - 999);
        assertThat(store.record("a", NONCE, EXPIRES, NOW + 299_999)).isEqualTo(NonceStore.Answer.SEEN);
        assertThat(store.seen("a", NONCE)).isTrue();
        assertThat(store.record("b", NONCE, EXPIRES, NOW)).isEqualTo(NonceStore.Answer.RECORDED);
    }

    @Test
    void forgetsOnlyWhatHasExpiredAndRefusesWhenTheClockIsSetBack() {
        store.record("a", NONCE, EXPIRES, NOW);
        assertThat(store.record("a", NONCE, EXPIRES + 330_000, EXPIRES)).isEqualTo(NonceStore.Answer.SEEN);
        assertThat(store.record("a", NONCE, EXPIRES + 400_000, EXPIRES + 10_000))
                .isEqualTo(NonceStore.Answer.RECORDED);
        assertThat(store.record("a", "another-good-nonce", EXPIRES, NOW)).isEqualTo(NonceStore.Answer.UNAVAILABLE);
        assertThat(store.size("a")).isEqualTo(1);
    }
}
