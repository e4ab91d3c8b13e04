package dev.keywright.checks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.corpus.Corpus.FrontEnd;
import dev.keywright.checks.corpus.Corpus.Mark;
import dev.keywright.checks.corpus.Corpus.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The conformance corpus on both front ends. What is missed, falsely reported or seen differently is in checked-in lists
 * which may only shrink: an entry that no longer holds fails the build as well.
 *
 * <p>{@code -Dkeywright.corpus.report=FOLDER} writes the numbers per rule and the lists as they are now.
 */
class CorpusTest {

    /** The longest the lists have been allowed to be; lowered whenever they get shorter. */
    private static final int MOST_MISSES = 100;

    private static final List<Source> SOURCES = Corpus.sources();
    private static final Map<FrontEnd, Set<Mark>> FOUND = new EnumMap<>(FrontEnd.class);

    @BeforeAll
    static void analyse() {
        for (FrontEnd frontEnd : FrontEnd.values()) {
            Set<Mark> found = new TreeSet<>();
            SOURCES.forEach(source -> found.addAll(Corpus.found(source, frontEnd)));
            FOUND.put(frontEnd, found);
        }
    }

    @AfterAll
    static void report() throws IOException {
        String folder = System.getProperty("keywright.corpus.report");
        if (folder != null) {
            Path target = Files.createDirectories(Path.of(folder));
            Files.write(target.resolve("known-misses.txt"), entries(CorpusTest::misses));
            Files.write(target.resolve("known-false-alarms.txt"), entries(CorpusTest::falseAlarms));
            Files.write(target.resolve("front-end-differences.txt"), differences());
            Files.writeString(target.resolve("recall.md"), table());
        }
    }

    @Test
    void everyRuleHasAtLeastTenBadLines() {
        Map<String, Integer> bad = new TreeMap<>();
        SOURCES.forEach(source -> source.bugs().forEach(mark -> bad.merge(mark.rule(), 1, Integer::sum)));
        assertThat(bad)
                .hasSize(26)
                .allSatisfy((rule, count) -> assertThat(count).isGreaterThanOrEqualTo(10));
    }

    @Test
    void theCorpusHasAtLeastSixHundredMarks() {
        assertThat(SOURCES.stream()
                        .mapToInt(source -> source.bugs().size() + source.fine().size())
                        .sum())
                .isGreaterThanOrEqualTo(600);
    }

    @Test
    void whatIsMissedIsListed() {
        assertThat(entries(CorpusTest::misses)).containsExactlyElementsOf(Corpus.listed("known-misses.txt"));
        assertThat(Corpus.listed("known-misses.txt")).hasSizeLessThanOrEqualTo(MOST_MISSES);
    }

    @Test
    void whatIsFalselyReportedIsListed() {
        assertThat(entries(CorpusTest::falseAlarms)).containsExactlyElementsOf(Corpus.listed("known-false-alarms.txt"));
    }

    @Test
    void whatTheFrontEndsSeeDifferentlyIsListed() {
        assertThat(differences()).containsExactlyElementsOf(Corpus.listed("front-end-differences.txt"));
    }

    private interface Selection {
        Set<Mark> of(FrontEnd frontEnd);
    }

    private static Set<Mark> misses(FrontEnd frontEnd) {
        Set<Mark> misses = new TreeSet<>();
        SOURCES.forEach(source -> misses.addAll(source.bugs()));
        misses.removeAll(FOUND.get(frontEnd));
        return misses;
    }

    private static Set<Mark> falseAlarms(FrontEnd frontEnd) {
        Set<Mark> alarms = new TreeSet<>(FOUND.get(frontEnd));
        SOURCES.forEach(source -> alarms.removeAll(source.bugs()));
        return alarms;
    }

    /** Entries that hold for both front ends once, the others with the one they hold for. */
    private static Set<String> entries(Selection selection) {
        Set<Mark> javac = selection.of(FrontEnd.JAVAC);
        Set<Mark> javaParser = selection.of(FrontEnd.JAVAPARSER);
        Set<String> entries = new TreeSet<>();
        javac.forEach(mark -> entries.add((javaParser.contains(mark) ? "both" : "javac") + " | " + mark));
        javaParser.forEach(mark -> entries.add((javac.contains(mark) ? "both" : "javaparser") + " | " + mark));
        return entries;
    }

    private static Set<String> differences() {
        Set<Mark> javac = FOUND.get(FrontEnd.JAVAC);
        Set<Mark> javaParser = FOUND.get(FrontEnd.JAVAPARSER);
        Set<String> differences = new TreeSet<>();
        javac.stream().filter(mark -> !javaParser.contains(mark)).forEach(mark -> differences.add("javac | " + mark));
        javaParser.stream()
                .filter(mark -> !javac.contains(mark))
                .forEach(mark -> differences.add("javaparser | " + mark));
        return differences;
    }

    private static String table() {
        Map<String, int[]> rows = new TreeMap<>();
        for (Source source : SOURCES) {
            source.bugs().forEach(mark -> count(rows, mark, 0, true));
            source.fine().forEach(mark -> count(rows, mark, 3, false));
        }
        for (FrontEnd frontEnd : FrontEnd.values()) {
            falseAlarms(frontEnd)
                    .forEach(mark -> rows.computeIfAbsent(mark.rule(), key -> new int[8])[6 + frontEnd.ordinal()]++);
        }
        StringBuilder table = new StringBuilder(
                "| rule | bad | caught javac | caught javaparser | good |"
                        + " passed javac | passed javaparser | false javac | false javaparser |\n|---|---|---|---|---|---|---|---|---|\n");
        int[] sums = new int[8];
        rows.forEach((rule, row) -> {
            line(table, rule, row);
            for (int i = 0; i < row.length; i++) {
                sums[i] += row[i];
            }
        });
        line(table, "all", sums);
        return table.toString();
    }

    private static void line(StringBuilder table, String rule, int[] row) {
        table.append("| ").append(rule);
        for (int value : row) {
            table.append(" | ").append(value);
        }
        table.append(" |\n");
    }

    private static void count(Map<String, int[]> rows, Mark mark, int column, boolean wanted) {
        int[] row = rows.computeIfAbsent(mark.rule(), key -> new int[8]);
        row[column]++;
        for (FrontEnd frontEnd : FrontEnd.values()) {
            if (FOUND.get(frontEnd).contains(mark) == wanted) {
                row[column + 1 + frontEnd.ordinal()]++;
            }
        }
    }
}
