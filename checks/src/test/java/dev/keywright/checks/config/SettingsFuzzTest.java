package dev.keywright.checks.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of settings, from a fixed seed; {@code -Dkeywright.fuzz.rounds=N} multiplies their number. */
final class SettingsFuzzTest {

    private static final int MUTANTS = 10_000;
    private static final int ROUNDS = Integer.getInteger("keywright.fuzz.rounds", 1);
    private static final String GOOD = """
            # settings
            baseline = "baseline.json"
            exclude = ["generated/**", "a b"]
            include-tests = true
            [severity]
            SecretLogged = "off"
            [endpoints]
            must-be-protected = "always"
            protected-elsewhere = ["/x/**"]
            [secrets]
            names = ["losung"]
            [[source]]
            method = "a.B#c"
            kind = "key"
            [[sink]]
            method = "a.B#d"
            kind = "log"
            argument = 1
            """;
    private static final List<String> TOKENS = List.of(
            "[",
            "]",
            "[[",
            "]]",
            "{",
            "}",
            "=",
            "\"",
            "\"\"\"",
            "'",
            "'''",
            ",",
            ".",
            "#",
            "\n",
            "\\u0000",
            "\\",
            "1e999999999",
            "9999999999999999999999",
            "0xZZ",
            "1979-99-99T99:99:99Z",
            "inf",
            "nan",
            "true",
            "\0",
            "é",
            "😀",
            "a.b.c.d.e = 1\n");

    @TempDir
    private Path folder;

    @Test
    void noDamagedFileThrowsAnythingElse() throws IOException {
        int readable = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(20261123L + round);
            for (int i = 0; i < MUTANTS; i++) {
                readable += reads(mutant(random).getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
            }
        }
        assertThat(readable).isPositive();
    }

    @Test
    void deepNestingIsAMistakeLikeAnyOther() throws IOException {
        for (String deep : List.of(
                "exclude = " + "[".repeat(100_000),
                "exclude = " + "[".repeat(50_000) + "]".repeat(50_000),
                "a = " + "{b=".repeat(50_000) + "1" + "}".repeat(50_000),
                "a" + ".b".repeat(50_000) + " = 1",
                "[" + "a.".repeat(50_000) + "a]")) {
            Path file = Files.writeString(folder.resolve("keywright.toml"), deep);
            assertThatThrownBy(() -> new SettingsFiles(Set.of("SecretLogged")).read(file))
                    .isInstanceOf(SettingsException.class);
        }
    }

    private boolean reads(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("keywright.toml"), content);
        try {
            new SettingsFiles(Set.of("SecretLogged")).read(file);
            return true;
        } catch (SettingsException e) {
            assertThat(e.getMessage()).isNotEmpty();
            return false;
        }
    }

    private static String mutant(Random random) {
        StringBuilder text = new StringBuilder(GOOD);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int until = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, until);
                case 1 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
                case 2 ->
                    text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())).repeat(1 + random.nextInt(50)));
                case 3 -> text.insert(at, text.substring(at, until));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }
}
