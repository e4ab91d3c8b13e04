package dev.keywright.checks.fuzz;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Prints how long every hostile shape takes at its size, twice and four times it: {@code HostileTimes [javac] [NAME…]}. */
public final class HostileTimes {

    private HostileTimes() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean javac = names.remove("javac");
        System.out.println("| shape | n | parse ms, n / 2n / 4n | analysis ms, n / 2n / 4n | undecided |");
        System.out.println("|---|---:|---:|---:|---:|");
        Hostile.shapes().forEach((name, shape) -> {
            if (names.isEmpty() || names.contains(name)) {
                measure(name, shape, javac);
            }
        });
    }

    private static void measure(String name, Hostile.Shape shape, boolean javac) {
        StringBuilder parses = new StringBuilder();
        StringBuilder analyses = new StringBuilder();
        StringBuilder undecided = new StringBuilder();
        for (int factor : new int[] {1, 1, 2, 4}) {
            parses.setLength(factor == 1 ? 0 : parses.length());
            analyses.setLength(factor == 1 ? 0 : analyses.length());
            undecided.setLength(factor == 1 ? 0 : undecided.length());
            Map<String, String> sources = shape.source().apply(shape.size() * factor);
            long[] times = new long[3];
            Thread thread = new Thread(
                    null,
                    () -> {
                        long begin = System.nanoTime();
                        Program program = parse(sources, javac);
                        times[0] = System.nanoTime() - begin;
                        begin = System.nanoTime();
                        AnalysisResult result = new Analyzer(Settings.defaults()).analyze(program);
                        times[1] = System.nanoTime() - begin;
                        times[2] = result.undecided().size();
                    },
                    "hostile",
                    1L << 30);
            thread.setDaemon(true);
            thread.start();
            try {
                thread.join(60_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            boolean hangs = thread.isAlive();
            parses.append(parses.isEmpty() ? "" : " / ").append(hangs && times[0] == 0 ? "HANG" : times[0] / 1_000_000);
            analyses.append(analyses.isEmpty() ? "" : " / ").append(hangs ? "HANG" : times[1] / 1_000_000);
            undecided.append(undecided.isEmpty() ? "" : " / ").append(times[2]);
            if (hangs) {
                break;
            }
        }
        System.out.printf("| %s | %,d | %s | %s | %s |%n", name, shape.size(), parses, analyses, undecided);
    }

    private static Program parse(Map<String, String> sources, boolean javac) {
        if (javac) {
            List<JavaFileObject> files = new ArrayList<>();
            sources.forEach((path, text) -> files.add(JavacFrontEnd.source(path, text)));
            return JavacFrontEnd.parseSources(files, List.of(), 0);
        }
        return JavaParserFrontEnd.builder().threads(1).build().parse(sources);
    }
}
