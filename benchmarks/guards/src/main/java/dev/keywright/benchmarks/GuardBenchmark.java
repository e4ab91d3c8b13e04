package dev.keywright.benchmarks;

import dev.keywright.runtime.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Each mechanism: an admitted request, a refused one, and the bare primitives. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardBenchmark {

    @Param
    Mechanism mechanism;

    private Kit kit;

    @Setup
    public void prepare() {
        kit = mechanism.kit();
    }

    @Benchmark
    public Verdict admitted() {
        return kit.admitted();
    }

    @Benchmark
    public Verdict refused() {
        return kit.refused();
    }

    @Benchmark
    public Object primitive() {
        return kit.primitive();
    }
}
