package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysCommandTest {

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();

    @ParameterizedTest
    @ValueSource(
            strings = {"create --owner x", "list", "rotate ID", "revoke ID", "check", "", "make", "create --store FILE"
            })
    void whatIsMissingIsAUsageError(String arguments) {
        String[] words = ("keys " + arguments.replace("FILE", store())).strip().split(" ");

        assertThat(cli.run(words)).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).isNotEmpty();
        assertThat(Files.exists(Path.of(store()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--scope, Orders",
        "--prefix, UPPER",
        "--expires-in, soon",
        "--expires-in, 0 days",
        "--expires-in, 200 years",
        "--network, 10.0.0.0/99",
        "--limit, many",
        "--label, nothing"
    })
    void aWrongPartOfAKeyMakesNoKeyAndNoFile(String option, String value) {
        assertThat(cli.run("keys", "create", "--store", store(), "--owner", "x", option, value))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(cli.out()).isEmpty();
        assertThat(Files.exists(Path.of(store()))).isFalse();
    }

    @Test
    void aDatabaseThatIsGivenForAFileIsNotRepeated() {
        assertThat(cli.run("keys", "list", "--store", "jdbc:postgresql://shop:hidden@db/keys"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("--jdbc URL").doesNotContain("hidden");
    }

    @Test
    void aBrokenStoreIsAUsageErrorAndStaysAsItIs() throws IOException {
        Files.writeString(Path.of(store()), "{");

        assertThat(cli.run("keys", "create", "--store", store(), "--owner", "x"))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(cli.out()).isEmpty();
        assertThat(Files.readString(Path.of(store()))).isEqualTo("{");
    }

    @Test
    void aStoreThatIsNotThereIsOnlyMadeByCreate() {
        for (String command : List.of("list", "check")) {
            assertThat(cli.runWithInput("", "keys", command, "--store", store()))
                    .isEqualTo(ExitStatus.USAGE);
        }
        assertThat(cli.run("keys", "revoke", "--store", store(), "id")).isEqualTo(ExitStatus.USAGE);
        assertThat(Files.exists(Path.of(store()))).isFalse();
    }

    @Test
    void aKeyIsShownOnceAndKeptNowhere() throws IOException {
        String key = create("bob", "--scope", "orders:read");

        assertThat(key).startsWith("key_");
        assertThat(cli.err()).contains("of bob").doesNotContain(key);
        String secret = key.substring(key.lastIndexOf('_') + 1);
        assertThat(Files.readString(Path.of(store()))).doesNotContain(secret.substring(0, 20));
        cli.run("keys", "list", "--store", store());
        assertThat(cli.out()).contains("  valid  bob  scopes: orders:read").doesNotContain(secret.substring(0, 20));
    }

    @Test
    void checkTellsValidFromUnknownAndMalformed() {
        String key = create("bob");
        String other = new StringBuilder(key)
                .replace(key.length() - 20, key.length() - 18, "zz")
                .toString();

        assertThat(check(key + "\n")).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(cli.out()).contains("valid  bob").doesNotContain(key);
        assertThat(check(other)).isEqualTo(ExitStatus.FINDINGS);
        assertThat(cli.out().strip()).isEqualTo(Messages.MALFORMED);
        assertThat(check("")).isEqualTo(ExitStatus.FINDINGS);

        Path elsewhere = folder.resolve("other.json");
        cli.run("keys", "create", "--store", elsewhere.toString(), "--owner", "eve");
        assertThat(check(cli.out())).isEqualTo(ExitStatus.FINDINGS);
        assertThat(cli.out().strip()).isEqualTo(Messages.UNKNOWN_KEY);
    }

    @Test
    void aRevokedKeyIsNotValidAndCannotBeRotated() {
        String key = create("bob");

        assertThat(cli.run("keys", "revoke", "--store", store(), id(key))).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(check(key)).isEqualTo(ExitStatus.FINDINGS);
        assertThat(cli.out()).contains("  revoked  ");
        assertThat(cli.run("keys", "rotate", "--store", store(), id(key))).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).contains("is revoked; make a new one");
    }

    @Test
    void aRotatedKeyStaysValidForTheOverlapAndTheNewOneMayDoTheSame() {
        String key = create("bob", "--scope", "orders:*", "--network", "10.0.0.0/8");

        assertThat(cli.run("keys", "rotate", "--store", store(), "--overlap", "2 days", id(key)))
                .isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        String fresh = cli.out().strip();
        assertThat(fresh).isNotEqualTo(key);
        assertThat(check(fresh)).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(cli.out())
                .contains("scopes: orders:*")
                .contains("from: 10.0.0.0/8")
                .doesNotContain("expires");
        assertThat(check(key)).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(cli.out()).contains("expires: ");
    }

    @Test
    void anUnknownIdIsAUsageError() {
        create("bob");

        assertThat(cli.run("keys", "rotate", "--store", store(), "nobody")).isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).contains("There is no key 'nobody'");
    }

    @Test
    void aPepperIsNeededAgainToCheck() throws IOException {
        Path pepper = Files.writeString(folder.resolve("pepper"), "p".repeat(32));
        String key = create("bob", "--pepper-file", pepper.toString());

        assertThat(check(key)).isEqualTo(ExitStatus.FINDINGS);
        assertThat(cli.runWithInput(key, "keys", "check", "--store", store(), "--pepper-file", pepper.toString()))
                .isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        Files.writeString(pepper, "short");
        assertThat(cli.run("keys", "create", "--store", store(), "--owner", "x", "--pepper-file", pepper.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(cli.err()).doesNotContain("short\n");
    }

    private String create(String owner, String... options) {
        String[] arguments = new String[5 + options.length];
        System.arraycopy(new String[] {"keys", "create", "--store", store(), "--owner=" + owner}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        assertThat(cli.run(arguments)).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        return cli.out().strip();
    }

    private int check(String input) {
        return cli.runWithInput(input, "keys", "check", "--store", store());
    }

    private static String id(String key) {
        return key.split("_")[1];
    }

    private String store() {
        return folder.resolve("keys.json").toString();
    }
}
