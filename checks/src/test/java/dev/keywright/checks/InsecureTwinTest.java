package dev.keywright.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example's insecure twin, as a program of the usual size and shape. */
class InsecureTwinTest {

    @Test
    void nothingIsMissedByPassingOverMethodsThatCannotMatter() throws Exception {
        Path sources =
                Path.of("../example-project/insecure-twin/src").toAbsolutePath().normalize();
        JavaParserFrontEnd reader = JavaParserFrontEnd.builder().build();
        try (Stream<Path> tree = Files.walk(sources)) {
            List<Path> files = tree.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();

            assertThat(BothWays.analyze(Settings.defaults(), reader.parse(files, sources))
                            .findings())
                    .extracting(finding -> finding.rule())
                    .contains("TimingUnsafeComparison", "SecretLogged", "HardcodedSecret");
        }
    }
}
