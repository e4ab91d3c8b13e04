package dev.keywright.checks.corpus;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.checks.BothWays;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Marked sources and what the rules say about them. {@code // BUG: Rule} stands on a line that must be found,
 * {@code // OK: Rule} on one that is easily taken for wrong; every line that is not marked as a bug must be silent.
 */
final class Corpus {

    private static final Pattern MARKER = Pattern.compile("//\\s*(BUG|OK): (\\w+)");

    enum FrontEnd {
        JAVAC,
        JAVAPARSER
    }

    /**
     * A rule at a line, named by the line's text so that it survives moved lines.
     *
     * @param text the code of the line, with a number behind it when the file has the same line before
     */
    record Mark(String file, String rule, String text) implements Comparable<Mark> {

        @Override
        public String toString() {
            return file + " | " + rule + " | " + text;
        }

        @Override
        public int compareTo(Mark other) {
            return toString().compareTo(other.toString());
        }
    }

    /** One source file. */
    record Source(String path, List<String> lines, Set<Mark> bugs, Set<Mark> fine) {}

    private Corpus() {}

    static List<Source> sources() {
        try {
            URL root = Corpus.class.getResource("/corpus");
            if (root == null) {
                throw new IllegalStateException("no corpus among the test resources");
            }
            Path folder = Path.of(root.toURI());
            try (Stream<Path> tree = Files.walk(folder)) {
                return tree.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .map(path -> read(folder, path))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Source read(Path folder, Path file) {
        String path = "corpus/" + folder.relativize(file).toString().replace('\\', '/');
        try {
            List<String> lines = Files.readAllLines(file);
            Set<Mark> bugs = new TreeSet<>();
            Set<Mark> fine = new TreeSet<>();
            for (int i = 0; i < lines.size(); i++) {
                Matcher marker = MARKER.matcher(lines.get(i));
                while (marker.find()) {
                    Mark mark = mark(path, lines, i + 1, marker.group(2));
                    boolean added = (marker.group(1).equals("BUG") ? bugs : fine).add(mark);
                    if (!added) {
                        throw new IllegalStateException("marked twice: " + mark);
                    }
                }
            }
            return new Source(path, lines, bugs, fine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A declaration's annotations and its own line are one place: a rule may point at either. */
    private static Mark mark(String path, List<String> lines, int line, String rule) {
        int at = line - 1;
        while (at < lines.size() - 1 && lines.get(at).strip().startsWith("@") && isAlone(lines.get(at))) {
            at++;
        }
        String text = code(lines.get(at));
        long before = lines.subList(0, at).stream()
                .filter(other -> code(other).equals(text))
                .count();
        return new Mark(path, rule, before == 0 ? text : text + " #" + (before + 1));
    }

    /** Whether a line that starts with an annotation holds nothing else. */
    private static boolean isAlone(String line) {
        String code = code(line);
        return !code.endsWith(";") && !code.endsWith("{") && !code.endsWith("{}");
    }

    private static String code(String line) {
        int marker = line.indexOf("// BUG");
        int fine = line.indexOf("// OK");
        int end = marker < 0 ? fine : marker;
        return (end < 0 ? line : line.substring(0, end)).strip();
    }

    static Set<Mark> found(Source source, FrontEnd frontEnd) {
        String text = String.join("\n", source.lines()) + "\n";
        AnalysisResult result = BothWays.analyze(Settings.defaults(), parse(source.path(), text, frontEnd));
        Set<Mark> found = new TreeSet<>();
        for (Finding finding : result.findings()) {
            if (!finding.suppressed()) {
                found.add(mark(
                        source.path(),
                        source.lines(),
                        finding.location().start().line(),
                        finding.rule()));
            }
        }
        return found;
    }

    private static Program parse(String path, String text, FrontEnd frontEnd) {
        List<Path> classPath = List.of(annotations());
        if (frontEnd == FrontEnd.JAVAC) {
            return JavacFrontEnd.parseSources(List.of(JavacFrontEnd.source(path, text)), classPath, 17);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(path, text);
        return JavaParserFrontEnd.builder()
                .classPath(classPath)
                .threads(1)
                .languageLevel(17)
                .build()
                .parse(texts);
    }

    private static Path annotations() {
        try {
            return Path.of(ApiKeyProtected.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A checked-in list, one {@link Mark} a line; {@code #} begins a reason. */
    static Set<String> listed(String name) {
        URL list = Corpus.class.getResource("/corpus/" + name);
        if (list == null) {
            return Set.of();
        }
        try {
            Set<String> entries = new TreeSet<>();
            for (String line : new ArrayList<>(Files.readAllLines(Path.of(list.toURI())))) {
                if (!line.isBlank() && !line.startsWith("# ")) {
                    entries.add(line.strip());
                }
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
