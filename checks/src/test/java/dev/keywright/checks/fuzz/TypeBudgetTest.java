package dev.keywright.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Types that grow with every step are cut in both front ends, and the file is said to be undecided: never in silence. */
class TypeBudgetTest {

    /** What follows the hostile types in a file is still analysed. */
    private static final String DEFECT = """
            class Client {
                private final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("x");
                void send(String password) { log.info("sent " + password); }
            }
            """;

    @Test
    void typesThatPeopleWriteAreFollowedToTheirEnds() {
        for (Program program : programs("""
                class Wide<A, B, C> {}
                class Use<T extends Comparable<T> & java.io.Serializable> {
                    java.util.Map<String, java.util.List<Wide<Integer, Wide<String, T, Long>, T>>> all;
                    void use() {
                        var a = java.util.Map.entry("a", java.util.Map.entry(1, java.util.List.of(2L)));
                        var b = java.util.Map.entry(a, java.util.Map.entry(a, a));
                        System.out.println(b);
                    }
                }
                """)) {
            assertThat(undecided(program)).isEmpty();
        }
    }

    @Test
    void valuesOfValuesAreCut() {
        String parameters = IntStream.range(0, 10).mapToObj(i -> "P" + i).collect(Collectors.joining(", "));
        StringBuilder body = new StringBuilder("var v0 = \"\";\n");
        for (int i = 1; i <= 5; i++) {
            body.append("var v").append(i).append(" = ten(v").append(i - 1).append(");\n");
        }
        String source = "class Ten<" + parameters + "> {}\nclass Make {\n static <T> Ten<"
                + String.join(", ", java.util.Collections.nCopies(10, "T"))
                + "> ten(T t) { return null; }\n void make() {\n" + body + "System.out.println(v5);\n}\n}\n";
        for (Program program : programs(source)) {
            assertThat(undecided(program)).singleElement().satisfies(undecided -> {
                assertThat(undecided.kind()).isEqualTo(Undecided.Kind.BUDGET);
                assertThat(undecided.location().path()).endsWith("File.java");
                assertThat(undecided.text()).contains("parts");
            });
        }
    }

    /** The compiler itself keeps such a supertype as one tree that is shared, and its arguments are never asked for so deep. */
    @Test
    void inheritanceThatDoublesIsCut() {
        StringBuilder source = new StringBuilder("class Pair<A, B> {}\nclass D18<T> { T get() { return null; } }\n");
        for (int i = 17; i >= 0; i--) {
            source.append("class D")
                    .append(i)
                    .append("<T> extends D")
                    .append(i + 1)
                    .append("<Pair<T, T>> {}\n");
        }
        source.append("class Use { void use(D0<String> d) { System.out.println(d.get()); } }\n");
        assertThat(undecided(programs(source.toString()).get(1)))
                .extracting(Undecided::kind)
                .containsExactly(Undecided.Kind.BUDGET);
    }

    @Test
    void moreSupertypesThanAreFollowedAreSaidToBe() {
        StringBuilder source = new StringBuilder("interface I0 {}\n");
        for (int i = 1; i <= 320; i++) {
            source.append("interface I")
                    .append(i)
                    .append(" extends I")
                    .append(i - 1)
                    .append(" {}\n");
        }
        source.append("class Use { void use(I320 i) { System.out.println(i.toString()); } }\n");
        assertThat(undecided(programs(source.toString()).get(1)))
                .extracting(Undecided::kind)
                .containsExactly(Undecided.Kind.BUDGET);
    }

    private static List<Undecided> undecided(Program program) {
        AnalysisResult result = new Analyzer(Settings.defaults()).analyze(program);
        assertThat(result.findings()).extracting(finding -> finding.rule()).contains("SecretLogged");
        return result.undecided();
    }

    private static List<Program> programs(String text) {
        String source = text + DEFECT;
        List<Program> programs = new ArrayList<>();
        programs.add(JavacFrontEnd.parseSources(
                List.of(JavacFrontEnd.source("src/main/java/File.java", source)), List.of(), 17));
        programs.add(JavaParserFrontEnd.builder().threads(1).build().parse(Map.of("src/main/java/File.java", source)));
        return programs;
    }
}
