package dev.keywright.checks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Code against libraries whose types are not at hand: Micronaut, gRPC, Netty, Vert.x, Lombok, Retrofit, Feign, Jersey, Quarkus,
 * Helidon and the clouds' SDKs. Every rule answers: what {@code // BUG: Rule} marks is found, every other line is silent, but
 * for what stands in {@code known-misses.txt}.
 */
class LibrariesTest {

    private static final Pattern MARK = Pattern.compile("// BUG: (\\w+)");

    @Test
    void whatIsMarkedIsFoundAndNothingElse() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(LibrariesTest.class.getResource("/libraries"))
                .toURI());
        Map<String, String> sources = new TreeMap<>();
        TreeSet<String> bad = new TreeSet<>();
        try (Stream<Path> files = Files.list(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                sources.put("src/main/java/" + file.getFileName(), text);
                mark(file.getFileName().toString(), text.lines().toList(), bad);
            }
        }
        Program program = JavaParserFrontEnd.builder().threads(1).build().parse(sources);
        TreeSet<String> found = new TreeSet<>();
        for (Finding finding :
                new Analyzer(Settings.defaults()).analyze(program).findings()) {
            String path = finding.location().path().substring("src/main/java/".length());
            found.add(path + ":" + finding.location().start().line() + " " + finding.rule());
        }
        List<String> missed =
                bad.stream().filter(entry -> !found.contains(entry)).toList();
        found.removeAll(bad);
        assertThat(found).as("findings on lines without a mark").isEmpty();
        assertThat(missed)
                .as("marked lines without a finding")
                .containsExactlyElementsOf(Files.readAllLines(root.resolve("known-misses.txt")));
    }

    private static void mark(String name, List<String> lines, TreeSet<String> bad) {
        for (int line = 0; line < lines.size(); line++) {
            Matcher mark = MARK.matcher(lines.get(line));
            while (mark.find()) {
                bad.add(name + ":" + (line + 1) + " " + mark.group(1));
            }
        }
    }
}
