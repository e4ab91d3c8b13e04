package dev.keywright.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.flow.FlowEngine;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.models.Models;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Twice the input takes at most about twice the work of following it, in steps that are counted, not in time. {@code
 * HostileTimes} prints times.
 */
class LinearStepsTest {

    /** Small inputs spend some steps on what does not grow. */
    private static final double MOST = 2.4;

    private static final long SMALL = 200;

    /** At each branch the state of all variables is copied: with both many, the budget of the method is the bound. */
    private static final Set<String> ENDED_BY_BUDGET = Set.of("variables", "loops");

    @TestFactory
    Stream<DynamicTest> twiceTheInputTakesAboutTwiceTheSteps() {
        return Hostile.shapes().entrySet().stream()
                .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> {
                    int part = ENDED_BY_BUDGET.contains(shape.getKey()) ? 1 : 16;
                    check(shape.getValue(), Math.max(4, shape.getValue().size() / part));
                }));
    }

    private static void check(Hostile.Shape shape, int size) throws InterruptedException {
        long once = steps(shape, size);
        long twice = steps(shape, 2 * size);
        assertThat(twice)
                .as("steps for %d, after %d for %d", 2 * size, once, size)
                .isLessThan((long) (MOST * once) + SMALL);
    }

    private static long steps(Hostile.Shape shape, int size) throws InterruptedException {
        long[] steps = new long[1];
        Thread thread = new Thread(
                null,
                () -> {
                    Program program = JavaParserFrontEnd.builder()
                            .threads(1)
                            .build()
                            .parse(shape.source().apply(size));
                    FlowEngine engine = new FlowEngine(program, Models.builtIn());
                    engine.run(file -> true, view -> {});
                    steps[0] = engine.steps();
                },
                "steps",
                1L << 30);
        thread.start();
        thread.join();
        return steps[0];
    }
}
