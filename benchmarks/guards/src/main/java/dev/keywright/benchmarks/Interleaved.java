package dev.keywright.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The same benchmarks as {@link Ratios}, for a machine that does other work as well: guard and primitive take turns in short
 * slices, in one thread, and its processor time is counted instead of the clock's.
 */
public final class Interleaved {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Object sink = "";

    private Interleaved() {}

    private interface Slice {
        Object run();
    }

    public static void main(String[] args) throws Exception {
        int slices = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        ApiKeyBenchmark key = new ApiKeyBenchmark();
        key.prepare();
        measure("Admitted API key", slices, 5_000, () -> {}, key::guard, key::primitive);
        CanonicalBenchmark guard = new CanonicalBenchmark();
        CanonicalBenchmark primitive = new CanonicalBenchmark();
        guard.prepare();
        primitive.prepare();
        Runnable refill = () -> {
            guard.refill();
            primitive.refill();
        };
        measure(
                "Admitted 1 KiB CANONICAL request",
                10 * slices,
                CanonicalBenchmark.BATCH,
                refill,
                guard::guard,
                primitive::primitive);
    }

    private static void measure(String what, int slices, int size, Runnable refill, Slice guard, Slice primitive) {
        List<Long> guards = new ArrayList<>();
        List<Long> primitives = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            refill.run();
            long before = THREADS.getCurrentThreadCpuTime();
            run(guard, size);
            long between = THREADS.getCurrentThreadCpuTime();
            run(primitive, size);
            long after = THREADS.getCurrentThreadCpuTime();
            if (i > slices / 3) {
                guards.add((between - before) / size);
                primitives.add((after - between) / size);
                ratios.add((double) (between - before) / (after - between));
            }
        }
        refill.run();
        long id = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(id);
        run(guard, size);
        long between = THREADS.getThreadAllocatedBytes(id);
        run(primitive, size);
        long after = THREADS.getThreadAllocatedBytes(id);
        System.out.printf(
                "%s: medians %d ns / %d ns of processor time, median ratio of neighbours %.2f, allocated %d / %d bytes%n",
                what,
                middle(guards),
                middle(primitives),
                middle(ratios),
                (between - before) / size,
                (after - between) / size);
    }

    private static void run(Slice slice, int size) {
        for (int i = 0; i < size; i++) {
            sink = slice.run();
        }
    }

    private static <T extends Comparable<T>> T middle(List<T> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
