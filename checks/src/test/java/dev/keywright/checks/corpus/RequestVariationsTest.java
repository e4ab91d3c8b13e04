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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code as other projects write it, for the rules about signatures, transport, callers and endpoints. Each folder of a batch is
 * a program of its own, since the endpoint rules ask what else is in a module. What {@code // BUG: Rule} marks is found, every
 * other line is silent, but for what stands in the batch's {@code known-misses.txt}. Marks for other rules are VariationsTest's.
 *
 * <p>{@code -Dkeywright.variations.report=FOLDER} writes the numbers per rule and the lists as they are now.
 */
class RequestVariationsTest {

    private static final Pattern MARK = Pattern.compile("// (BUG|OK): (\\w+)");
    private static final Set<String> RULES = Set.of(
            "UnverifiedToken",
            "SignatureCheckBypassed",
            "SignatureOmitsBody",
            "SignatureReplayable",
            "DisabledTlsVerification",
            "SecretOverPlainHttp",
            "CredentialWireLogging",
            "AuthenticationEnumeration",
            "SpoofableClientAddress",
            "UnprotectedEndpoint",
            "MissingRateLimit",
            "ReadScopeOnWrite",
            "SecretFromQueryParameter",
            "UnguardedRegistration");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests",
                "requests2",
                "requests3",
                "requests4",
                "requests5",
                "requests6",
                "requests7",
                "shapes",
                "listed"
            })
    void aBatchIsFoundAndNothingElse(String batch) throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(RequestVariationsTest.class.getResource("/variations/" + batch))
                .toURI());
        TreeSet<String> bad = new TreeSet<>();
        TreeSet<String> fine = new TreeSet<>();
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                analyse(root, folder, bad, fine, found);
            }
        }
        List<String> missed =
                bad.stream().filter(entry -> !found.contains(entry)).toList();
        List<String> others =
                found.stream().filter(entry -> !bad.contains(entry)).toList();
        String target = System.getProperty("keywright.variations.report");
        if (target != null) {
            Path report = Files.createDirectories(Path.of(target).resolve(batch));
            Files.write(report.resolve("known-misses.txt"), missed);
            Files.write(report.resolve("others.txt"), others);
            Files.writeString(report.resolve("recall.md"), table(bad, fine, found));
        }
        assertThat(others).as("findings on lines without a mark").isEmpty();
        assertThat(missed)
                .as("marked lines without a finding")
                .containsExactlyElementsOf(Files.readAllLines(root.resolve("known-misses.txt")));
    }

    private static void analyse(Path root, Path folder, Set<String> bad, Set<String> fine, Set<String> found)
            throws IOException {
        TreeMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                String text = Files.readString(file);
                sources.put("src/main/java/" + name, text);
                List<String> lines = text.lines().toList();
                for (int line = 0; line < lines.size(); line++) {
                    Matcher mark = MARK.matcher(lines.get(line));
                    while (mark.find()) {
                        if (RULES.contains(mark.group(2))) {
                            Set<String> marks = mark.group(1).equals("BUG") ? bad : fine;
                            marks.add(name + ":" + (line + 1) + " " + mark.group(2));
                        }
                    }
                }
            }
        }
        JavaParserFrontEnd reader = JavaParserFrontEnd.builder().threads(1).build();
        for (Finding finding :
                BothWays.analyze(Settings.defaults(), reader.parse(sources)).findings()) {
            if (RULES.contains(finding.rule())) {
                String path = finding.location().path().substring("src/main/java/".length());
                found.add(path + ":" + finding.location().start().line() + " " + finding.rule());
            }
        }
    }

    private static String table(Set<String> bad, Set<String> fine, Set<String> found) {
        Map<String, int[]> rows = new TreeMap<>();
        bad.forEach(entry -> count(rows, entry, 0, found.contains(entry)));
        fine.forEach(entry -> count(rows, entry, 2, !found.contains(entry)));
        found.stream().filter(entry -> !bad.contains(entry)).forEach(entry -> row(rows, entry)[4]++);
        int[] sums = new int[5];
        List<String> lines = new ArrayList<>(
                List.of("| rule | bad | caught | good | silent | others |", "|---|---|---|---|---|---|"));
        rows.forEach((rule, row) -> {
            lines.add(line(rule, row));
            for (int i = 0; i < row.length; i++) {
                sums[i] += row[i];
            }
        });
        lines.add(line("all", sums));
        return String.join("\n", lines) + "\n";
    }

    private static void count(Map<String, int[]> rows, String entry, int column, boolean right) {
        row(rows, entry)[column]++;
        row(rows, entry)[column + 1] += right ? 1 : 0;
    }

    private static int[] row(Map<String, int[]> rows, String entry) {
        return rows.computeIfAbsent(entry.substring(entry.lastIndexOf(' ') + 1), rule -> new int[5]);
    }

    private static String line(String rule, int[] row) {
        return "| " + rule + " | " + row[0] + " | " + row[1] + " | " + row[2] + " | " + row[3] + " | " + row[4] + " |";
    }
}
