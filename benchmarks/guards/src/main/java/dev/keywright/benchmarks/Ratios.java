package dev.keywright.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs both benchmarks and prints each guard's time as a multiple of its primitives'. */
public final class Ratios {

    private Ratios() {}

    public static void main(String[] args) throws RunnerException {
        int forks = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        print(
                "Admitted API key / SHA-256 + isEqual + one token",
                new Runner(new OptionsBuilder()
                                .include(ApiKeyBenchmark.class.getName())
                                .forks(forks)
                                .warmupIterations(4)
                                .warmupTime(TimeValue.seconds(1))
                                .measurementIterations(5)
                                .measurementTime(TimeValue.seconds(1))
                                .build())
                        .run(),
                1);
        print(
                "Admitted 1 KiB CANONICAL request / two digests + one nonce",
                new Runner(new OptionsBuilder()
                                .include(CanonicalBenchmark.class.getName())
                                .forks(forks)
                                // One line for each of so many small iterations would hide the result.
                                .verbosity(VerboseMode.SILENT)
                                .warmupIterations(4000)
                                .measurementIterations(4000)
                                .warmupBatchSize(CanonicalBenchmark.BATCH)
                                .measurementBatchSize(CanonicalBenchmark.BATCH)
                                .build())
                        .run(),
                CanonicalBenchmark.BATCH);
    }

    /** Medians, and best iterations: on a machine that does other work as well, only the best say what the code costs. */
    private static void print(String what, Collection<RunResult> results, int batch) {
        System.out.printf("RATIO %s: median %s, best %s%n", what, ratio(results, batch, 50), ratio(results, batch, 0));
    }

    private static String ratio(Collection<RunResult> results, int batch, int percentile) {
        double guard = 0;
        double primitive = 0;
        for (RunResult result : results) {
            double nanos = result.getPrimaryResult().getStatistics().getPercentile(percentile) / batch;
            if (result.getParams().getBenchmark().endsWith("guard")) {
                guard = nanos;
            } else {
                primitive = nanos;
            }
        }
        return String.format("%.2f (%.0f ns / %.0f ns)", guard / primitive, guard, primitive);
    }
}
