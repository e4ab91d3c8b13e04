package dev.keywright.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a JMH benchmark with its gc profiler and prints, for each of its parameters, what every method took and allocated. */
public final class Tables {

    private Tables() {}

    private record Cell(double nanos, double error, double bytes) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%8.0f ±%6.0f ns %7.0f B", nanos, error, bytes);
        }
    }

    /**
     * The benchmark's class, the number of threads, of forks, the milliseconds and the number of iterations, the method that the
     * others are compared with; then parameters, or none for all.
     */
    public static void main(String[] args) throws RunnerException {
        int threads = Integer.parseInt(args[1]);
        TimeValue time = TimeValue.milliseconds(Long.parseLong(args[3]));
        int iterations = Integer.parseInt(args[4]);
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\." + args[0] + "\\.")
                .threads(threads)
                .forks(Integer.parseInt(args[2]))
                .warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (args.length > 6) {
            String[] values = Arrays.copyOfRange(args, 6, args.length);
            options.param("mechanism", values);
        }
        print(new Runner(options.build()).run(), threads, args[5]);
    }

    private static void print(Collection<RunResult> results, int threads, String base) {
        Map<String, Map<String, Cell>> rows = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            Result<?> primary = result.getPrimaryResult();
            double bytes = result.getSecondaryResults().entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                    .mapToDouble(entry -> entry.getValue().getScore())
                    .findFirst()
                    .orElse(Double.NaN);
            rows.computeIfAbsent(result.getParams().getParam("mechanism"), row -> new TreeMap<>())
                    .put(
                            name.substring(name.lastIndexOf('.') + 1),
                            new Cell(primary.getScore(), primary.getScoreError(), bytes));
        }
        rows.forEach((row, cells) -> {
            System.out.printf(Locale.ROOT, "%d thread%s  %-18s", threads, threads == 1 ? " " : "s", row);
            cells.forEach((method, cell) -> System.out.printf(
                    Locale.ROOT,
                    "  %s %s%s",
                    method,
                    cell,
                    method.equals(base) || !cells.containsKey(base)
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    " (%.2f)",
                                    cell.nanos() / cells.get(base).nanos())));
            System.out.println();
        });
    }
}
