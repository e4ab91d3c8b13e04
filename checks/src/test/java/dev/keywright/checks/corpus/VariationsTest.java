package dev.keywright.checks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.BothWays;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code as other projects write it, without one of their libraries: what {@code // BUG: Rule} marks is found, and the rules that
 * follow values are silent on every other line. A miss that is known stands in {@code known-misses.txt} beside the sources.
 * Marks for other rules are RequestVariationsTest's, which reads the folders {@code shapes} and {@code listed} too.
 */
class VariationsTest {

    private static final Pattern MARK = Pattern.compile("// BUG: (\\w+)");
    private static final Set<String> RULES = Set.of(
            "TimingUnsafeComparison",
            "SecretLogged",
            "SecretInUrl",
            "SecretInErrorMessage",
            "SecretInToString",
            "SecretInResponse",
            "HardcodedSecret",
            "DefaultSecretFallback",
            "WeakSecretRandom",
            "WeakSecretStorage",
            "RawKeyLookup",
            "WeakMac");

    @Test
    void whatIsMarkedIsFoundAndNothingElse() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(VariationsTest.class.getResource("/variations"))
                .toURI());
        TreeMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("requests")) {
                    continue; // RequestVariationsTest's
                }
                sources.put("src/main/java/" + name, Files.readString(file));
            }
        }
        TreeSet<String> expected = new TreeSet<>();
        sources.forEach((path, text) -> {
            List<String> lines = text.lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                Matcher mark = MARK.matcher(lines.get(line));
                while (mark.find()) {
                    if (RULES.contains(mark.group(1))) {
                        expected.add(entry(path, line + 1, mark.group(1)));
                    }
                }
            }
        });
        TreeSet<String> missed = new TreeSet<>(expected);
        TreeSet<String> found = new TreeSet<>();
        JavaParserFrontEnd reader = JavaParserFrontEnd.builder().threads(1).build();
        for (Finding finding :
                BothWays.analyze(Settings.defaults(), reader.parse(sources)).findings()) {
            if (RULES.contains(finding.rule())) {
                found.add(entry(
                        finding.location().path(), finding.location().start().line(), finding.rule()));
            }
        }
        missed.removeAll(found);
        found.removeAll(expected);
        assertThat(found).as("findings on lines without a mark").isEmpty();
        assertThat(missed)
                .as("marked lines without a finding")
                .containsExactlyElementsOf(Files.readAllLines(root.resolve("known-misses.txt")));
    }

    private static String entry(String path, int line, String rule) {
        return path.substring("src/main/java/".length()) + ":" + line + " " + rule;
    }
}
