package dev.keywright.checks.frontend.javaparser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Threads with a stack that deep code fits on: the address space is reserved, memory is taken only as it is used. */
final class Workers {

    private static final long STACK = 1L << 30;

    private final int threads;

    Workers(int threads) {
        this.threads = threads;
    }

    /**
     * Runs a task for each index from 0 up to a count and waits for all.
     *
     * @param perThread makes what one thread works with
     */
    void run(int count, Supplier<IntConsumer> perThread) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            Runnable work = () -> {
                IntConsumer task = perThread.get();
                for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                    task.accept(index);
                }
            };
            Thread thread = new Thread(null, work, "keywright-parse-" + i, STACK);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((dead, cause) -> failure.compareAndSet(null, cause));
            thread.start();
            running.add(thread);
        }
        boolean interrupted = false;
        for (Thread thread : running) {
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                    next.set(count);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("a parsing thread died", cause);
        }
    }
}
