package dev.keywright.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The same as {@link GuardBenchmark}, for a machine that does other work as well: guard, primitive and refusal take turns in
 * short slices, in one thread, and its processor time is counted instead of the clock's. One mechanism in a process.
 */
public final class Interleaved {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SLICE = 2_000;

    private static Object sink = "";

    private Interleaved() {}

    private interface Slice {
        Object run();
    }

    /** The mechanism, and how many slices. */
    public static void main(String[] args) {
        Mechanism mechanism = Mechanism.valueOf(args[0].toUpperCase(Locale.ROOT));
        int slices = args.length > 1 ? Integer.parseInt(args[1]) : 1_500;
        Kit kit = mechanism.kit();
        // A verification by RSA takes a hundred times as long as a digest.
        int size = mechanism == Mechanism.JWT ? SLICE / 50 : SLICE;
        Slice[] turns = {kit::admitted, kit::primitive, kit::refused};
        List<List<Double>> times = new ArrayList<>();
        Arrays.stream(turns).forEach(turn -> times.add(new ArrayList<>()));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            double[] nanos = new double[turns.length];
            for (int turn = 0; turn < turns.length; turn++) {
                long before = THREADS.getCurrentThreadCpuTime();
                run(turns[turn], size);
                nanos[turn] = (double) (THREADS.getCurrentThreadCpuTime() - before) / size;
            }
            if (i > slices / 3) {
                for (int turn = 0; turn < turns.length; turn++) {
                    times.get(turn).add(nanos[turn]);
                }
                ratios.add(nanos[0] / nanos[1]);
            }
        }
        double ratio = middle(ratios);
        System.out.printf(
                Locale.ROOT,
                "%-18s admitted %7.0f ns %6d B   primitive %7.0f ns %6d B   ratio %5.2f (middle half %.2f to %.2f)   refused %7.0f ns %6d B%n",
                mechanism.label(),
                middle(times.get(0)),
                allocated(turns[0], size),
                middle(times.get(1)),
                allocated(turns[1], size),
                ratio,
                ratios.get(ratios.size() / 4),
                ratios.get(ratios.size() * 3 / 4),
                middle(times.get(2)),
                allocated(turns[2], size));
    }

    private static long allocated(Slice slice, int size) {
        long id = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(id);
        run(slice, size);
        return (THREADS.getThreadAllocatedBytes(id) - before) / size;
    }

    private static void run(Slice slice, int size) {
        for (int i = 0; i < size; i++) {
            sink = slice.run();
        }
    }

    /** The median; leaves the values in order. */
    private static double middle(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
