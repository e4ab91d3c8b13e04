package dev.keywright.runtime.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ReusedTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Reused<AtomicInteger> reused = new Reused<>(() -> {
        made.incrementAndGet();
        return new AtomicInteger();
    });

    @Test
    void givesAPlatformThreadItsOwnAgain() throws InterruptedException {
        AtomicInteger first = reused.take();
        reused.giveBack(first);
        List<AtomicInteger> others = new ArrayList<>();
        Thread other = new Thread(() -> others.add(reused.take()));
        other.start();
        other.join();
        assertThat(reused.take()).isSameAs(first);
        assertThat(others).doesNotContain(first).hasSize(1);
    }

    @Test
    void keepsNothingForVirtualThreadsThatLiveOn() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with JDK 21");
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            CountDownLatch used = new CountDownLatch(1);
            threads.add(startVirtual(() -> {
                reused.giveBack(reused.take());
                used.countDown();
                await(end);
            }));
            used.await();
        }
        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        // One for each place at most, since they came one after the other.
        assertThat(made.get()).isLessThanOrEqualTo(4 * Runtime.getRuntime().availableProcessors());
    }

    /** Two that had the same at once would lose counts. */
    @Test
    void neverGivesOneToTwoThreadsAtOnce() throws Exception {
        Set<AtomicInteger> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        AtomicInteger shared = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            threads.add(start(() -> {
                for (int round = 0; round < 500; round++) {
                    AtomicInteger own = reused.take();
                    synchronized (taken) {
                        shared.addAndGet(taken.add(own) ? 0 : 1);
                    }
                    Thread.yield();
                    synchronized (taken) {
                        taken.remove(own);
                    }
                    reused.giveBack(own);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(shared).hasValue(0);
    }

    private static Thread start(Runnable task) throws ReflectiveOperationException {
        if (Runtime.version().feature() >= 21) {
            return startVirtual(task);
        }
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    /** By reflection, since this is compiled for Java 17. */
    private static Thread startVirtual(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
