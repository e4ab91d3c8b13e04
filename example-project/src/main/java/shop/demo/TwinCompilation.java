package shop.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compiles the insecure twin as its author would, with Keywright on the processor path. Each of its defects is marked in the
 * source by {@code // DEFECT: Rule}; the compiler must name that rule at that line.
 */
public final class TwinCompilation {

    private static final Pattern MARK = Pattern.compile("// DEFECT: (\\w+)");
    private static final Pattern FINDING = Pattern.compile("([^\\s:]+\\.java):(\\d+): .*?\\[([A-Z]\\w+)]");

    private final int status;
    private final String output;
    private final SortedSet<String> expected;
    private final SortedSet<String> found;

    private TwinCompilation(int status, String output, SortedSet<String> expected, SortedSet<String> found) {
        this.status = status;
        this.output = output;
        this.expected = expected;
        this.found = found;
    }

    /** Runs {@code javac} of this Java over the twin. */
    public static TwinCompilation run() throws IOException, InterruptedException {
        Path twin = Path.of(property("keywright.twin"));
        List<Path> sources = sources(twin);
        Path classes = Files.createTempDirectory("insecure-twin");
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                    "-J-Duser.language=en",
                    "-Xmaxerrs",
                    "1000",
                    "-Xmaxwarns",
                    "1000",
                    "-processorpath",
                    property("keywright.processor"),
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes.toString()));
            sources.forEach(source -> command.add(twin.relativize(source).toString()));
            Process javac = new ProcessBuilder(command)
                    .directory(twin.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(javac.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new TwinCompilation(javac.waitFor(), output, marks(sources), findings(output));
        } finally {
            delete(classes);
        }
    }

    /** Prints what the compiler says, and tells whether it refused every defect. */
    public static boolean show(PrintStream out) throws IOException, InterruptedException {
        out.println();
        out.println("$ javac -processorpath keywright-processor.jar … insecure-twin/**/*.java");
        out.println();
        TwinCompilation twin = run();
        out.println(twin.output.strip());
        out.println();
        if (twin.refusesEveryDefect()) {
            out.println("As it should be: javac ended with status " + twin.status + " and named each of the twin's "
                    + twin.expected.size() + " defects, which break "
                    + twin.brokenRules().size() + " rules.");
            return true;
        }
        out.println("WRONG: javac ended with status " + twin.status + "; not named at their lines: " + twin.missed());
        return false;
    }

    /** Whether the compiler failed, and named the rule of each defect at its line. */
    public boolean refusesEveryDefect() {
        return status == 1 && !expected.isEmpty() && missed().isEmpty();
    }

    /** The defects that the compiler did not name, as {@code File.java:line Rule}. */
    public SortedSet<String> missed() {
        SortedSet<String> missed = new TreeSet<>(expected);
        missed.removeAll(found);
        return missed;
    }

    /** What the compiler named without a mark in the source. */
    public SortedSet<String> unexpected() {
        SortedSet<String> unexpected = new TreeSet<>(found);
        unexpected.removeAll(expected);
        return unexpected;
    }

    /** The rules that the twin breaks. */
    public SortedSet<String> brokenRules() {
        SortedSet<String> rules = new TreeSet<>();
        expected.forEach(mark -> rules.add(mark.substring(mark.indexOf(' ') + 1)));
        return rules;
    }

    /** What the compiler printed. */
    public String output() {
        return output;
    }

    private static List<Path> sources(Path twin) throws IOException {
        try (Stream<Path> files = Files.walk(twin.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static SortedSet<String> marks(List<Path> sources) throws IOException {
        SortedSet<String> marks = new TreeSet<>();
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                Matcher mark = MARK.matcher(lines.get(i));
                while (mark.find()) {
                    marks.add(source.getFileName() + ":" + (i + 1) + " " + mark.group(1));
                }
            }
        }
        return marks;
    }

    private static SortedSet<String> findings(String output) {
        SortedSet<String> findings = new TreeSet<>();
        Matcher finding = FINDING.matcher(output);
        while (finding.find()) {
            String file = finding.group(1)
                    .substring(finding.group(1).replace('\\', '/').lastIndexOf('/') + 1);
            findings.add(file + ":" + finding.group(2) + " " + finding.group(3));
        }
        return findings;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The system property " + name + " is not set; run this through Maven.");
        }
        return value;
    }
}
