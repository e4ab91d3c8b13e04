package dev.keywright.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of the fuzzer from a fixed seed; {@code benchmarks/fuzz/run.sh} makes long ones. */
class FuzzTest {

    private static final long SEED = 20261123;

    @TempDir
    private Path folder;

    @Test
    void noMutantOfTheCorpusCrashesTheAnalysis() throws IOException, URISyntaxException, InterruptedException {
        int mutants = Integer.getInteger("keywright.mutants", 100);
        Trials trials = new Trials(SEED, sources(), false);
        List<String> crashes = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> {
                    for (int i = 0; i < mutants; i++) {
                        Trial trial = trials.trial(i);
                        int number = i;
                        trial.run(folder).forEach(crash -> crashes.add(number + " " + trial.kind() + ": " + crash));
                    }
                },
                "fuzz",
                1L << 30);
        thread.start();
        thread.join();
        assertThat(crashes).isEmpty();
    }

    private static List<String> sources() throws IOException, URISyntaxException {
        List<String> sources = new ArrayList<>();
        for (String root : List.of("/corpus", "/variations")) {
            Path from = Path.of(
                    Objects.requireNonNull(FuzzTest.class.getResource(root)).toURI());
            try (Stream<Path> tree = Files.walk(from)) {
                for (Path file : tree.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
