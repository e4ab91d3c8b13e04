package dev.keywright.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.keywright.benchmarks.SpringBenchmark.Credential;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The same as {@link GuardBenchmark} and {@link SpringBenchmark}, for a machine that does other work as well: what is compared
 * takes turns in short slices of one thread, whose processor time is counted instead of the clock's. With several threads each
 * does so for itself, at the same time. One subject in a process.
 */
public final class Interleaved {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, Callable<?>> turns;
    private final Map<String, List<Double>> nanos = new LinkedHashMap<>();
    private final Map<String, List<Double>> ratios = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private final int slice;
    private Object sink = "";

    private Interleaved(Map<String, Callable<?>> turns, int slice) {
        this.turns = turns;
        this.slice = slice;
        for (String name : turns.keySet()) {
            nanos.put(name, new ArrayList<>());
            ratios.put(name, new ArrayList<>());
        }
    }

    /** A mechanism, or a credential for servlets after {@code servlet_}; how many slices; how many threads. */
    public static void main(String[] args) throws InterruptedException {
        int slices = Integer.parseInt(args[1]);
        int count = Integer.parseInt(args[2]);
        List<Interleaved> subjects = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Interleaved subject = of(args[0]);
            subjects.add(subject);
            threads.add(new Thread(() -> subject.run(slices)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (Interleaved subject : subjects) {
            System.out.printf(Locale.ROOT, "%d thread%s  %-18s%s%n", count, count == 1 ? " " : "s", args[0], subject);
        }
    }

    /** The first of the turns is what the others are compared with. */
    private static Interleaved of(String subject) {
        Map<String, Callable<?>> turns = new LinkedHashMap<>();
        if (subject.startsWith("servlet_")) {
            SpringBenchmark spring = new SpringBenchmark();
            spring.mechanism = Credential.valueOf(subject.substring("servlet_".length()).toUpperCase(Locale.ROOT));
            spring.prepare();
            turns.put("bare", spring::bare);
            turns.put("keywright", spring::keywright);
            turns.put("spring lean", spring::springSecurityLean);
            turns.put("spring usual", spring::springSecurityUsual);
            return new Interleaved(turns, 400);
        }
        Mechanism mechanism = Mechanism.valueOf(subject.toUpperCase(Locale.ROOT));
        Kit kit = mechanism.kit();
        turns.put("primitive", kit::primitive);
        turns.put("admitted", kit::admitted);
        turns.put("refused", kit::refused);
        // A verification by RSA takes a hundred times as long as a digest.
        return new Interleaved(turns, mechanism == Mechanism.JWT ? 40 : 2_000);
    }

    private void run(int slices) {
        try {
            for (int i = 0; i < slices; i++) {
                turn(i > slices / 3);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void turn(boolean counts) throws Exception {
        long id = Thread.currentThread().getId();
        double base = 0;
        for (Map.Entry<String, Callable<?>> turn : turns.entrySet()) {
            long allocated = THREADS.getThreadAllocatedBytes(id);
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < slice; i++) {
                sink = turn.getValue().call();
            }
            double time = (double) (THREADS.getCurrentThreadCpuTime() - before) / slice;
            bytes.put(turn.getKey(), (THREADS.getThreadAllocatedBytes(id) - allocated) / slice);
            base = base == 0 ? time : base;
            if (counts) {
                of(nanos, turn.getKey()).add(time);
                of(ratios, turn.getKey()).add(time / base);
            }
        }
    }

    private static List<Double> of(Map<String, List<Double>> lists, String name) {
        return lists.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        turns.keySet().forEach(name -> {
            List<Double> ratio = of(ratios, name);
            out.append(String.format(
                    Locale.ROOT,
                    "  %s %.0f ns %d B",
                    name,
                    quantile(of(nanos, name), 2),
                    bytes.getOrDefault(name, 0L)));
            if (quantile(ratio, 1) != quantile(ratio, 3)) {
                out.append(String.format(
                        Locale.ROOT,
                        " (%.2f; %.2f to %.2f)",
                        quantile(ratio, 2),
                        quantile(ratio, 1),
                        quantile(ratio, 3)));
            }
        });
        return out.toString();
    }

    /** A quarter, half or three quarters of the way; leaves the values in order. */
    private static double quantile(List<Double> values, int quarter) {
        Collections.sort(values);
        return values.get(values.size() * quarter / 4);
    }
}
