package dev.keywright.checks.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keywright.checks.config.Settings.EndpointPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsFilesTest {

    private static final Set<String> RULES = Set.of("SecretLogged", "TimingUnsafeComparison");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            exclud = ["a"]                             | 1:1: unknown key 'exclud'; did you mean 'exclude'?
            zzzzzzzzzz = 1                             | 1:1: unknown key 'zzzzzzzzzz'
            exclude = "a"                              | 1:1: 'exclude' must be an array of strings
            exclude = ["a", 1]                         | 1:17: 'exclude' must be an array of strings
            baseline = ""                              | 1:1: 'baseline' must not be empty
            include-tests = "yes"                      | 1:1: 'include-tests' must be true or false
            severity.SecretLoged = "off"               | 1:1: there is no rule 'SecretLoged'; did you mean 'SecretLogged'?
            severity.SecretLogged = "eror"             | 1:1: 'severity.SecretLogged' is 'eror'; did you mean 'error'?
            severity.SecretLogged = 3                  | 1:1: 'severity.SecretLogged' must be a string
            severity = "error"                         | 1:1: 'severity' must be a table
            endpoints.protected = ["/x"]               | 1:1: unknown key 'endpoints.protected'
            endpoints.must-be-protected = "sometimes"  | 1:1: 'endpoints.must-be-protected' is 'sometimes'
            source = 1                                 | 1:1: 'source' must be an array of tables, written [[source]]
            source = [1]                               | 1:1: 'source' must be an array of tables, written [[source]]
            source = [{method = "a.B#c"}]              | 'source.kind' is missing
            source = [{kind = "key"}]                  | 'source.method' is missing
            source = [{method = "a.B", kind = "key"}]  | 'source.method' is 'a.B'; write the type and the method
            source = [{method = "a.B#c", kind = "kee"}]| 'source.kind' is 'kee'; did you mean 'key'?
            sink = [{method = "a.B#c", kind = "log", argument = -1}] | 'sink.argument' must be a number from 0 to 254
            logger = [{type = "a b"}]                  | 'logger.type' is 'a b'; write a qualified name
            a = = 1                                    | 1:5:
            """)
    void aMistakeIsNamedWithItsPlaceAndAHint(String line, String expected) throws IOException {
        Path file = write("keywright.toml", line);

        assertThatThrownBy(() -> files().read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining(expected);
    }

    @Test
    void everyMistakeOfAFileIsReportedAtOnce() throws IOException {
        Path file = write("keywright.toml", "exclud = []\n\n[severity]\nNope = \"off\"\nSecretLogged = \"loud\"\n");

        SettingsException refused = catchThrowableOfType(SettingsException.class, () -> files().read(file));

        assertThat(refused.problems())
                .extracting(problem -> problem.substring(file.toString().length() + 1, problem.indexOf(' ')))
                .containsExactlyInAnyOrder("1:1:", "4:1:", "5:1:");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path file = folder.resolve("keywright.toml");
        Files.write(file, "exclude = [\"\u00fc\"]".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> files().read(file)).hasMessage(file + ": is not UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path file = folder.resolve("none.toml");

        assertThatThrownBy(() -> files().read(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none.toml: cannot be read");
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        Path file = write("keywright.toml", "#".repeat((1 << 20) + 1));

        assertThatThrownBy(() -> files().read(file)).hasMessageContaining("is longer than");
    }

    @Test
    void withoutAFileTheDefaultsHold() throws SettingsException {
        assertThat(files().nearest(folder.resolve("src/A.java")).level("SecretLogged"))
                .isEmpty();
    }

    @Test
    void theNearestFileAboveASourceCounts() throws Exception {
        write("keywright.toml", "severity.SecretLogged = \"off\"");
        write("inner/keywright.toml", "severity.SecretLogged = \"note\"");
        SettingsFiles files = files();

        assertThat(files.nearest(folder.resolve("src/deep/A.java")).level("SecretLogged"))
                .contains(Level.OFF);
        assertThat(files.nearest(folder.resolve("inner/src/A.java")).level("SecretLogged"))
                .contains(Level.NOTE);
        assertThat(files.nearest(folder.resolve("src/A.java"))).isSameAs(files.nearest(folder.resolve("other/B.java")));
    }

    @Test
    void everythingThatAProjectMaySayIsRead() throws Exception {
        Path file = write("keywright.toml", """
                baseline = "old.baseline"
                exclude = ["legacy/**", "**/Gen*.java"]
                include-tests = true
                include-generated = true

                [severity]
                SecretLogged = "warning"

                [endpoints]
                must-be-protected = "always"
                protected-elsewhere = ["/actuator/**"]
                limited-elsewhere = ["/api/*"]

                [secrets]
                names = ["Kundenkennwort"]
                harmless-names = ["token bucket"]

                [[source]]
                method = "com.acme.Vault#read"
                kind = "key"

                [[sink]]
                method = "com.acme.Audit#write"
                kind = "log"
                argument = 1

                [[sanitizer]]
                method = "com.acme.Mask#hide"

                [[logger]]
                type = "com.acme.Log"
                methods = ["say"]

                [[route]]
                annotation = "com.acme.Get"
                method = "GET"
                """);

        Settings settings = files().read(file);

        assertThat(settings.level("SecretLogged")).contains(Level.WARNING);
        assertThat(settings.baseline()).contains(folder.resolve("old.baseline"));
        assertThat(settings.includeTests()).isTrue();
        assertThat(settings.includeGenerated()).isTrue();
        assertThat(settings.endpointPolicy()).isEqualTo(EndpointPolicy.ALWAYS);
        assertThat(settings.isProtectedElsewhere("/actuator/health")).isTrue();
        assertThat(settings.isProtectedElsewhere("/actuator")).isTrue();
        assertThat(settings.isProtectedElsewhere("/actuators")).isFalse();
        assertThat(settings.isLimitedElsewhere("/api/a")).isTrue();
        assertThat(settings.isLimitedElsewhere("/api/a/b")).isFalse();
        assertThat(settings.secretNames()).containsExactly("kundenkennwort");
        assertThat(settings.harmlessNames()).containsExactly("token bucket");
        assertThat(settings.models())
                .containsExactly(
                        new UserModel.Source("com.acme.Vault", "read", "key"),
                        new UserModel.Sink("com.acme.Audit", "write", "log", 1),
                        new UserModel.Sanitizer("com.acme.Mask", "hide"),
                        new UserModel.Logger("com.acme.Log", List.of("say")),
                        new UserModel.Route("com.acme.Get", "GET", "value"));
    }

    @Test
    void excludesAreRelativeToTheirFile() throws Exception {
        Path file = write("keywright.toml", "exclude = [\"legacy/**\", \"**/Gen*.java\"]");
        Settings settings = files().read(file);

        assertThat(settings.excludes(folder.resolve("src/legacy/A.java").toString()))
                .isFalse();
        assertThat(settings.excludes(folder.resolve("legacy/a/A.java").toString()))
                .isTrue();
        assertThat(settings.excludes(folder.resolve("GenA.java").toString())).isTrue();
        assertThat(settings.excludes(folder.resolve("x/y/GenA.java").toString()))
                .isTrue();
        assertThat(settings.excludes(folder.resolve("x/y/AGen.java").toString()))
                .isFalse();
    }

    private static SettingsFiles files() {
        return new SettingsFiles(RULES);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
