package dev.keywright.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Location;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WritersTest {

    @Test
    void scannedTextCannotSteerATerminal() {
        String text = Samples.write(new TextWriter(false), Samples.full());

        assertThat(text).doesNotContain("\u001b").doesNotContain("\u202e").contains("\ufffd[31m");
    }

    @Test
    void textShowsTheLineTheMarkAndTheTrace() {
        String text = Samples.write(new TextWriter(false), Samples.full());

        assertThat(text)
                .contains(Samples.PATH + ":3:10: error: [TimingUnsafeComparison] ")
                .contains("     3 |   return given.equals(expected()); // ")
                .contains("       |          ^~~~~~~~~~~~~~~~~~~~~~~~\n")
                .contains("        " + Samples.PATH + ":3:23  computed here")
                .contains("gone.java: cannot be read")
                .contains("1 error, 1 warning in 2 files (5,000 lines). 1 suppressed in the source, 1 in the baseline.")
                .contains("2 places undecided (--explain-unknown lists them)")
                .doesNotContain("silent")
                .doesNotContain("too large");
    }

    @Test
    void coloursAreOnlyWrittenWhereTheyAreWanted() {
        assertThat(Samples.write(new TextWriter(true), Samples.full())).contains("\u001b[31merror\u001b[0m");
    }

    @Test
    void aVeryLongLineIsCutAroundTheFinding() {
        String source = "x".repeat(100_000) + "HERE" + "y".repeat(100_000);
        Location location = Samples.location(source, 100_000, 100_004);

        Plain.Excerpt excerpt = Plain.excerpt(source, location).orElseThrow();

        assertThat(excerpt.text()).hasSizeLessThan(200);
        assertThat(excerpt.text().substring(excerpt.column(), excerpt.column() + excerpt.width()))
                .isEqualTo("HERE");
    }

    @Test
    void anExcerptBeyondTheSourceIsNone() {
        assertThat(Plain.excerpt("", Samples.location("abc def", 4, 7))).isEqualTo(Optional.empty());
    }

    @Test
    void aGitHubAnnotationCannotBeForged() {
        String text = Samples.write(new GitHubWriter(), Samples.full());

        assertThat(text.lines())
                .allMatch(line -> line.startsWith(
                                "::error file=shop sources/src/Örders #1.java,line=3,endLine=3,col=10,endColumn=34,title=TimingUnsafeComparison::")
                        || line.startsWith("::warning file=")
                        || line.startsWith("::notice title=Keywright::"));
        assertThat(text).contains("%250A::error::");
    }

    @Test
    void aPropertyOfAGitHubAnnotationIsEscaped() {
        assertThat(Samples.write(new GitHubWriter(), Samples.empty()).lines())
                .containsExactly("::notice title=Keywright::No findings in 2 files (5,000 lines). Score 100 of 100.");
    }

    @Test
    void scannedTextCannotActInTheHtmlReport() {
        String html = Samples.write(new HtmlWriter(), Samples.full());

        assertThat(html)
                .doesNotContain("<script>alert")
                .doesNotContain("<b>")
                .contains("&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)")
                .contains("default-src 'none'; style-src 'sha256-");
        assertThat(html.split("<script>", -1)).hasSize(2);
        assertThat(html).doesNotContain("http://").doesNotContain("https://");
    }

    @Test
    void theHtmlReportShowsFindingsMarkedWithTheirTraceAndTheEndpoints() {
        String html = Samples.write(new HtmlWriter(), Samples.full());

        assertThat(html)
                .contains("<mark>given.equals(expected())</mark>")
                .contains("computed here")
                .contains("CWE-208")
                .contains("<td data-name=\"Guard\">API key</td>")
                .contains("data-state=\"suppressed\"")
                .contains("Fix: compare bytes");
    }

    @Test
    void jsonHoldsEverything() {
        JsonNode json = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(Samples.write(new JsonReportWriter(), Samples.full()));

        assertThat(json.at("/summary/errors").asInt()).isEqualTo(1);
        assertThat(json.at("/findings/0/message").asString()).isEqualTo(Samples.HOSTILE);
        assertThat(json.at("/findings/0/fix/edits/0/replacement").asString()).isEqualTo("MessageDigest.isEqual(\"…\")");
        assertThat(json.at("/findings/3/state").asString()).isEqualTo("baselined");
        assertThat(json.at("/endpoints/0/access").asString()).isEqualTo("guarded");
        assertThat(json.at("/undecided/1/kind").asString()).isEqualTo("budget");
        assertThat(json.at("/failures/0/path").asString()).isEqualTo("gone.java");
    }

    @Test
    void jsonEscapesHalvesOfSurrogatePairs() throws Exception {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out).value("a\ud800b\u0000\u2028\ud83d\ude00");

        assertThat(out.toString()).isEqualTo("\"a\\ud800b\\u0000\\u2028\ud83d\ude00\"");
    }

    @Test
    void anEmptyObjectAndAnEmptyArrayAreClosed() throws Exception {
        StringBuilder out = new StringBuilder();
        JsonWriter json = new JsonWriter(out);
        json.object(() -> {
            json.object("a", () -> {});
            json.array("b", () -> {});
        });

        assertThat(out.toString()).isEqualTo("{\n  \"a\": {},\n  \"b\": []\n}");
    }
}
