package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keywright holds itself to its rules: the packaged jar finds nothing in any module's sources, not even a note. */
final class OwnSourcesJarTest {

    @TempDir
    private Path scratch;

    @Test
    void nothingIsFoundInOurOwnSources() throws Exception {
        // Not the working directory: shading moves Maven's idea of it.
        Path root = JarRun.jar().resolve("../../../..").normalize();
        List<String> arguments = new ArrayList<>(List.of("scan", "--fail-on", "warning"));
        arguments.addAll(sources(root));
        assertThat(arguments).hasSizeGreaterThan(12);

        JarRun run = JarRun.in(root, scratch, arguments);

        assertThat(run.out()).contains("No findings in ");
        assertThat(run.status()).isZero();
    }

    /** The source folders of every module but the insecure twin, which is wrong on purpose. */
    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root, 5)) {
            return paths.filter(path -> path.endsWith("src/main/java"))
                    .map(path -> root.relativize(path).toString())
                    .filter(path -> !path.contains("insecure-twin"))
                    .sorted()
                    .toList();
        }
    }
}
