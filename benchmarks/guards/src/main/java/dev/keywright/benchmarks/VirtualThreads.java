package dev.keywright.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * What virtual threads hold on to after a check each: that many of them check a request once and stay alive, as threads do that
 * wait for a database. Needs JDK 21 or newer; older ones have none.
 */
public final class VirtualThreads {

    private VirtualThreads() {}

    /** How many threads. */
    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        if (Runtime.version().feature() < 21) {
            System.out.println("virtual threads: none before JDK 21");
            return;
        }
        Kit key = Mechanism.API_KEY.kit();
        Kit signature = Mechanism.CANONICAL.kit();
        Object lock = new Object();
        Runnable check = () -> {
            // Kits belong to one thread at a time.
            synchronized (lock) {
                key.admitted();
                signature.admitted();
            }
        };
        for (int i = 0; i < 20_000; i++) {
            check.run();
        }
        hold(count, check);
        long idle = hold(count, () -> {});
        long checked = hold(count, check);
        System.out.printf(
                Locale.ROOT,
                "%d virtual threads alive: %d bytes each; after a check of a key and of a signature in each: %d bytes each%n",
                count,
                idle,
                checked);
    }

    /** The bytes that one of so many living threads takes. */
    private static long hold(int count, Runnable check) throws Exception {
        long before = used();
        CountDownLatch checked = new CountDownLatch(count);
        CountDownLatch ended = new CountDownLatch(count);
        Semaphore end = new Semaphore(0);
        for (int i = 0; i < count; i++) {
            start(() -> {
                check.run();
                checked.countDown();
                end.acquireUninterruptibly();
                ended.countDown();
            });
        }
        checked.await();
        long bytes = (used() - before) / count;
        end.release(count);
        ended.await();
        return bytes;
    }

    /** By reflection, since this is compiled for Java 17. */
    private static void start(Runnable task)
            throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
