package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.ir.Program;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A parse that would take hours is ended, on the very thread that runs it: {@code parse} waits for its threads, so that
 * coming back shows that nothing goes on behind it.
 */
@Timeout(300)
class ParseWatchTest {

    private final List<String> unreadable = new CopyOnWriteArrayList<>();

    private Program parse(Map<String, String> sources, int keptCharacters) {
        return JavaParserFrontEnd.builder()
                .threads(1)
                .keptCharacters(keptCharacters)
                .parseTime(Duration.ofMillis(1500))
                .listener(new ParseListener() {
                    @Override
                    public void unreadable(String path, String reason) {
                        unreadable.add(path + ": " + reason);
                    }
                })
                .build()
                .parse(sources);
    }

    /** The parser looks at what is in parentheses again for each cast around it. */
    private static String hours() {
        return "class Hours { Object o = " + "(Object) (".repeat(6000) + "p" + ")".repeat(6000) + "; }";
    }

    @Test
    void theFileIsCountedAsUndecidedAndTheOthersAreAnalysed() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("Before.java", "class Before { int n; }");
        sources.put("Hours.java", hours());
        sources.put("After.java", "class After { String s = \"AKIA2E0A8F3B244C9986\"; int n = s.length(); }");
        Program program = parse(sources, 6 << 20);
        assertThat(unreadable).containsExactly("Hours.java: its parse took too long and was ended");
        assertThat(program.type("Before")).isNotNull();
        assertThat(program.type("Hours")).isNull();
        assertThat(program.type("After")).isNotNull();
        assertThat(new Analyzer(Settings.defaults()).analyze(program).undecided())
                .extracting(Undecided::kind, place -> place.location().path())
                .containsExactly(tuple(Undecided.Kind.TIME, "Hours.java"));
    }

    @Test
    void theParserIsOfUseAfterwards() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("A.java", hours());
        sources.put("B.java", "class B { void m() { int n = 1; } }");
        sources.put("C.java", hours());
        sources.put("D.java", "class D { void m() { int n = 1; } }");
        Program program = parse(sources, 0);
        assertThat(unreadable).hasSize(2);
        assertThat(program.files().get(1).complete()).isTrue();
        assertThat(program.files().get(3).complete()).isTrue();
        assertThat(program.outOfTime(program.files().get(0))).isTrue();
        assertThat(program.outOfTime(program.files().get(1))).isFalse();
    }
}
