package dev.keywright.checks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class SarifWriterTest {

    private static Schema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = SarifWriterTest.class.getResourceAsStream("sarif-2.1.0-rtm.5.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(text, InputFormat.JSON);
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() {
        String sarif = Samples.write(new SarifWriter(), Samples.full());

        assertThat(schema.validate(sarif.replace("\"startLine\"", "\"startLin\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(sarif.replace("\"error\"", "\"fatal\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void aFullReportIsValid() {
        String sarif = Samples.write(new SarifWriter(), Samples.full());

        assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
    }

    @Test
    void anEmptyReportIsValid() {
        String sarif = Samples.write(new SarifWriter(), Samples.empty());

        assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
        assertThat(run(sarif)
                        .path("invocations")
                        .path(0)
                        .path("executionSuccessful")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aResultCarriesAllThatCodeScanningShows() {
        JsonNode run = run(Samples.write(new SarifWriter(), Samples.full()));
        JsonNode result = run.path("results").path(0);

        assertThat(result.path("ruleId").asString()).isEqualTo("TimingUnsafeComparison");
        assertThat(run.path("tool")
                        .path("driver")
                        .path("rules")
                        .path(result.path("ruleIndex").asInt())
                        .path("id")
                        .asString())
                .isEqualTo("TimingUnsafeComparison");
        assertThat(result.path("level").asString()).isEqualTo("error");
        assertThat(result.path("message").path("text").asString()).isEqualTo(Samples.HOSTILE);
        assertThat(result.path("partialFingerprints").path("keywright/v1").asString())
                .isEqualTo("0a");
        assertThat(result.at("/codeFlows/0/threadFlows/0/locations/0/location/message/text")
                        .asString())
                .isEqualTo("computed here");
        assertThat(result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
                        .asString())
                .isEqualTo("MessageDigest.isEqual(\"…\")");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
        assertThat(place.at("/region/startColumn").asInt()).isEqualTo(10);
        assertThat(place.at("/region/endColumn").asInt()).isEqualTo(34);
        assertThat(place.at("/region/snippet/text").asString()).isEqualTo("given.equals(expected())");
    }

    @Test
    void aPathIsAUriBelowTheScannedFolder() {
        JsonNode run = run(Samples.write(new SarifWriter(), Samples.full()));

        JsonNode artifact = run.at("/results/0/locations/0/physicalLocation/artifactLocation");
        assertThat(artifact.path("uri").asString()).isEqualTo("src/%C3%96rders%20%231.java");
        assertThat(run.path("originalUriBaseIds")
                        .path(artifact.path("uriBaseId").asString())
                        .path("uri")
                        .asString())
                .startsWith("file:///")
                .endsWith("/shop%20sources/");
    }

    @Test
    void silencedFindingsAreSuppressedResults() {
        JsonNode results = run(Samples.write(new SarifWriter(), Samples.full())).path("results");

        assertThat(results.at("/0/suppressions").isMissingNode()).isTrue();
        assertThat(results.at("/2/suppressions/0/kind").asString()).isEqualTo("inSource");
        assertThat(results.at("/3/suppressions/0/kind").asString()).isEqualTo("external");
    }

    @Test
    void whatWasNotAnalysedIsANotificationAndNoSuccess() {
        JsonNode invocation =
                run(Samples.write(new SarifWriter(), Samples.full())).at("/invocations/0");

        assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/descriptor/id").asString())
                .isEqualTo("CRASH");
        assertThat(invocation.at("/toolExecutionNotifications/1/level").asString())
                .isEqualTo("note");
        assertThat(invocation.at("/toolExecutionNotifications/2/message/text").asString())
                .isEqualTo("gone.java: cannot be read");
    }

    private static JsonNode run(String sarif) {
        return new ObjectMapper().readTree(sarif).path("runs").path(0);
    }
}
