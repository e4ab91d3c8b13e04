package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a key by the packaged jar, on every kind of store. */
final class KeysJarTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private String out = "";
    private String err = "";

    @Test
    void onAFile() throws Exception {
        lifeOfAKey("--store", "keys.json");
        String files = Files.readString(folder.resolve("keys.json"));
        assertThat(files).contains("\"successor\"");
    }

    @Test
    void onH2WithItsDriverNamed() throws Exception {
        String url = "jdbc:h2:file:./db/keys";
        String driver = jarOf(org.h2.Driver.class);
        environment.put("KEYWRIGHT_JDBC_USER", "sa");
        environment.put("KEYWRIGHT_JDBC_PASSWORD", "");
        assertThat(java("", "list", "--jdbc", url)).isEqualTo(2);
        assertThat(err).contains("no driver takes jdbc:h2: URLs").contains("--driver-path");
        assertThat(java("", "list", "--jdbc", url, "--driver-path", "missing.jar"))
                .isEqualTo(2);
        assertThat(java("", "create", "--owner", "x", "--jdbc", url, "--driver-path", driver))
                .isEqualTo(2);
        assertThat(err).contains("no Keywright tables");
        assertThat(out).isEmpty();
        assertThat(java("", "migrate", "--jdbc", url, "--driver-path", driver)).isZero();
        assertThat(out).contains("version 1 now");
        String path = "none yet" + File.pathSeparator + driver;
        assertThat(java("", "migrate", "--jdbc", url, "--driver-path", path)).isEqualTo(2);
        path = File.pathSeparator + driver + File.pathSeparator;
        assertThat(java("", "migrate", "--jdbc", url, "--driver-path", path)).isZero();
        assertThat(out).contains("version 1 already");
        assertThat(java("", "create", "--owner", "x", "--jdbc", url, "--driver-path", driver))
                .isZero();
        String key = out.strip();
        assertThat(java(key, "check", "--jdbc", url, "--driver-path", driver)).isZero();
        assertThat(java("", "revoke", "--owner", "x", "--jdbc", url, "--driver-path", driver))
                .isZero();
        assertThat(java(key, "check", "--jdbc", url, "--driver-path", driver)).isEqualTo(1);
    }

    @Test
    void onPostgreSql() throws Exception {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: this build brings a PostgreSQL server for Linux on x86-64 only");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            environment.put("KEYWRIGHT_JDBC_USER", "postgres");
            environment.put("KEYWRIGHT_JDBC_PASSWORD", "postgres");
            assertThat(java("", "migrate", "--format", "json", "--jdbc", url)).isZero();
            assertThat(JSON.readTree(out).at("/version").asInt()).isEqualTo(1);
            lifeOfAKey("--jdbc", url);
            assertThat(java("", "list", "--jdbc", "jdbc:postgresql://localhost:" + server.getPort() + "/nothing"))
                    .isEqualTo(3);
            assertThat(err).contains("is not there (SQLSTATE 3D000)");
            server.close();
            assertThat(java("", "list", "--jdbc", url)).isEqualTo(3);
            assertThat(err).contains("cannot be reached").doesNotContain("Exception");
            assertThat(out).isEmpty();
        }
    }

    @Test
    void aPasswordOnTheCommandLineIsRefusedAndNotRepeated() throws Exception {
        for (String url : List.of(
                "jdbc:postgresql://localhost/x?user=a&password=hunter2",
                "jdbc:postgresql://localhost/x?PASSWORD=hunter2",
                "jdbc:h2:./x;USER=a;PASSWORD=hunter2",
                "jdbc:postgresql://a:hunter2@localhost/x",
                "jdbc:postgresql://localhost/x?sslpassword=hunter2")) {
            assertThat(java("", "list", "--jdbc", url)).as(url).isEqualTo(2);
            assertThat(err).contains("KEYWRIGHT_JDBC_PASSWORD").doesNotContain("hunter2");
        }
    }

    @Test
    void aStoreIsNamedExactlyOnce() throws Exception {
        assertThat(java("", "list")).isEqualTo(2);
        assertThat(java("", "list", "--store", "a", "--jdbc", "jdbc:postgresql:x"))
                .isEqualTo(2);
        assertThat(java("", "migrate", "--store", "a")).isEqualTo(2);
        assertThat(err).contains("--jdbc");
    }

    /** Made, listed, checked, rotated, revoked; whatever the store. */
    private void lifeOfAKey(String... store) throws Exception {
        assertThat(java(
                        "",
                        with(store, "create", "--owner", "Bob & Söhne", "--scope", "orders:*", "--label", "team=a b")))
                .isZero();
        String key = out.strip();
        assertThat(key).startsWith("key_").doesNotContain("\n");
        assertThat(err).contains("of Bob & Söhne").doesNotContain(key);
        String id = key.split("_")[1];
        String secret = key.split("_")[2].substring(0, 43);

        assertThat(java("", with(store, "create", "--owner", "x", "--scope", "BIG")))
                .isEqualTo(2);
        assertThat(java(key + "\n", with(store, "check"))).isZero();
        assertThat(out).contains("valid  Bob & Söhne").doesNotContain(secret);
        char other = secret.charAt(9) == 'Z' ? 'Y' : 'Z';
        assertThat(java(key.replace(secret, secret.replace(secret.charAt(9), other)), with(store, "check")))
                .isEqualTo(1);
        assertThat(out).contains("Not a key");
        assertThat(java("garbage", with(store, "check", "--format", "json"))).isEqualTo(1);
        assertThat(JSON.readTree(out).at("/standing").asText()).isEqualTo("malformed");
        assertThat(java(key, with(store, "check", key))).isEqualTo(2); // never an argument
        assertThat(out).isEmpty();

        assertThat(java("", with(store, "rotate", id, "--overlap", "2 days", "--format", "json")))
                .isZero();
        JsonNode rotated = JSON.readTree(out);
        String fresh = rotated.at("/key").asText();
        assertThat(rotated.at("/replaced/id").asText()).isEqualTo(id);
        assertThat(rotated.at("/replaced/expires").asText()).isNotEmpty();
        assertThat(rotated.at("/record/labels/team").asText()).isEqualTo("a b");
        assertThat(java("", with(store, "rotate", id))).isEqualTo(2);
        assertThat(err).contains("was rotated already");
        assertThat(java(key, with(store, "check"))).isZero();
        assertThat(java(fresh, with(store, "check"))).isZero();

        assertThat(java("partner-key-0123456789-abcdef\n", with(store, "add", "--id", "partner", "--owner", "p")))
                .isZero();
        assertThat(out + err).doesNotContain("partner-key");
        assertThat(java("partner-key-0123456789-abcdef", with(store, "check"))).isZero();

        assertThat(java("", with(store, "list", "--format", "json"))).isZero();
        JsonNode listed = JSON.readTree(out).at("/keys");
        assertThat(listed).hasSize(3);
        assertThat(out).doesNotContain("digest").doesNotContain("sha256").doesNotContain(secret);
        assertThat(java("", with(store, "list", "--owner", "p"))).isZero();
        assertThat(out).startsWith("partner  valid  p").hasLineCount(1);

        assertThat(java("", with(store, "revoke", id))).isZero();
        assertThat(java(key, with(store, "check", "--format", "json"))).isEqualTo(1);
        assertThat(JSON.readTree(out).at("/standing").asText()).isEqualTo("revoked");
        assertThat(java("", with(store, "revoke", "--owner", "Bob & Söhne", "--format", "json")))
                .isZero();
        assertThat(JSON.readTree(out).at("/revoked").asInt()).isEqualTo(1);
        assertThat(java(fresh, with(store, "check"))).isEqualTo(1);
        assertThat(java("", with(store, "revoke", "nobody"))).isEqualTo(2);
        assertThat(err).contains("There is no key 'nobody'");
        for (String hostile : List.of("' OR '1'='1", "'; DROP TABLE keywright_key; --", "%")) {
            assertThat(java("", with(store, "revoke", hostile))).isEqualTo(2);
        }
        assertThat(java("partner-key-0123456789-abcdef", with(store, "check"))).isZero();
    }

    private static String[] with(String[] store, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(store));
        return all.toArray(String[]::new);
    }

    private static String jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private int java(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Arguments outside ASCII come through a C locale as they are only where the JVM is told of UTF-8.
        command.add("-Dsun.jnu.encoding=UTF-8");
        command.add("-jar");
        command.add(Objects.requireNonNull(System.getProperty("keywright.jar"), "run by the package phase"));
        command.add("keys");
        command.addAll(List.of(arguments));
        Path outFile = folder.resolve("out");
        Path errFile = folder.resolve("err");
        Path inFile = Files.writeString(folder.resolve("in"), input);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(inFile.toFile())
                .redirectOutput(outFile.toFile())
                .redirectError(errFile.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        out = Files.readString(outFile, StandardCharsets.UTF_8);
        err = Files.readString(errFile, StandardCharsets.UTF_8);
        return process.exitValue();
    }
}
