package dev.keywright.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Libraries from npm sign, and the server takes what they signed and nothing else. Skipped where node or npm is missing. */
class ForeignClientsTest {

    private static final Path SOURCES = Path.of(System.getProperty("keywright.foreign.sources"));
    private static final Path FOLDER = Path.of(System.getProperty("keywright.foreign.folder"));

    private static SignedServer server;
    private static Tool node;

    @BeforeAll
    static void start() throws Exception {
        node = Tool.orSkip("node");
        install(Tool.orSkip("npm"));
        server = SignedServer.start(TestSecrets.ALL);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Exactly what the lock file says, checked against its hashes, without running anybody's scripts. */
    private static void install(Tool npm) throws Exception {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "client.js")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Tool.Run run = npm.run(FOLDER, Map.of(), List.of("ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        boolean offline = List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT").stream()
                .anyMatch(run.output()::contains);
        Assumptions.assumeFalse(
                run.status() != 0 && offline,
                "npm cannot reach its registry; clients from npm are not tested here: " + run.output());
        assertThat(run.status()).as(run.output()).isZero();
    }

    /** The answer to each case, by its name. */
    private static Map<String, String> answers(String scheme) throws IOException, InterruptedException {
        URI uri = server.uri("/" + scheme);
        Tool.Run run =
                node.run(FOLDER, Map.of(), List.of("client.js", scheme, uri.toString(), TestSecrets.ALL.get(scheme)));
        assertThat(run.status()).as(run.output()).isZero();
        Map<String, String> answers = new LinkedHashMap<>();
        run.output().lines().forEach(line -> {
            int space = line.indexOf(' ');
            answers.put(line.substring(0, space), line.substring(space + 1));
        });
        return answers;
    }

    private static void refused(Map<String, String> answers, String... cases) {
        for (String each : cases) {
            assertThat(answers.get(each)).as(each).startsWith("401 ").contains("\"title\":\"Unauthorized\"");
        }
    }

    @Test
    void standardwebhooks() throws Exception {
        Map<String, String> answers = answers("standard-webhooks");
        assertThat(answers).hasSize(5);
        assertThat(answers.get("good")).startsWith("200 admitted standard-webhooks, delivery msg_1, ");
        refused(answers, "replayed", "changed", "other-id", "old");
    }

    @Test
    void stripe() throws Exception {
        Map<String, String> answers = answers("stripe");
        assertThat(answers).hasSize(5);
        assertThat(answers.get("good")).startsWith("200 admitted stripe, ");
        refused(answers, "replayed", "replayed-in-another-form", "changed", "old");
    }

    @Test
    void octokit() throws Exception {
        Map<String, String> answers = answers("github");
        assertThat(answers).hasSize(4);
        String delivery = "200 admitted github, delivery 72d3162e-cc78-11e3-81ab-4c9367dc0958, ";
        assertThat(answers.get("good")).startsWith(delivery);
        // GitHub's scheme says nothing of time, and none is claimed: the handler has the delivery's id to be idempotent
        // with.
        assertThat(answers.get("replayed")).startsWith(delivery);
        refused(answers, "changed", "changed-signature");
    }

    @Test
    void httpMessageSignatures() throws Exception {
        Map<String, String> answers = answers("messages");
        assertThat(answers).hasSize(9);
        assertThat(answers.get("good")).startsWith("200 admitted messages, ");
        refused(
                answers,
                "replayed",
                "changed",
                "changed-with-its-digest",
                "other-target",
                "other-type",
                "old",
                "expired",
                "early");
    }
}
