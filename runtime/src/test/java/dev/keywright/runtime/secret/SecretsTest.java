package dev.keywright.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {

    private static List<SecretValue> read(String text) {
        return Secrets.of(Map.of("hook", text)).find("hook");
    }

    private static String text(SecretValue value) {
        return value.keyId() + ":" + new String(value.hmacSha256Key().getEncoded(), StandardCharsets.UTF_8);
    }

    @Test
    void refusesWhatHasNoValidFormWithoutRepeatingIt() {
        for (String bad : List.of("a=one two", "a=topsecret a=topsecret2", "a=base64:topsecret!", "a=hex:topsecret")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(bad))
                    .satisfies(e -> assertThat(e).hasNoCause())
                    .satisfies(e -> assertThat(e.getMessage())
                            .doesNotContain("topsecret")
                            .doesNotContain("two"));
        }
    }

    @Test
    void findsNothingUnderAnUnknownOrEmptyName() {
        assertThat(Secrets.of(Map.of()).find("hook")).isEmpty();
        assertThat(read("  ")).isEmpty();
    }

    @Test
    void readsOneOrSeveralValues() {
        assertThat(read("lone-value==").stream().map(SecretsTest::text)).containsExactly("hook:lone-value==");
        assertThat(read("a=one\n b=base64:dHdv c=hex:746872656565").stream().map(SecretsTest::text))
                .containsExactly("a:one", "b:two", "c:threee");
        assertThat(read("a=one").toString()).doesNotContain("one");
    }

    @Test
    void readsMountedFilesAndTakesTheFirstPlaceThatHasIt(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("hook"), "a=from-file\n");
        Secrets secrets = Secrets.firstOf(Secrets.of(Map.of("other", "a=x")), Secrets.files(directory));
        assertThat(secrets.find("hook").stream().map(SecretsTest::text)).containsExactly("a:from-file");
        assertThat(secrets.find("none")).isEmpty();
    }
}
