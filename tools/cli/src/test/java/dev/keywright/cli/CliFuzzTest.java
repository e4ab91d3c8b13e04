package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random command lines of a fixed seed: each ends with a status that is documented, and never with a stack trace. */
class CliFuzzTest {

    private static final List<String> WORDS = List.of(
            "scan",
            "explain",
            "endpoints",
            "help",
            "--help",
            "-V",
            "--version",
            "--format",
            "--format=sarif",
            "--format=nonsense",
            "json",
            "--output",
            "--fail-on",
            "never",
            "--fail-on=error",
            "--min-score",
            "--min-score=-1",
            "--min-score=1e9",
            "99",
            "--baseline",
            "--write-baseline",
            "--config",
            "--classpath",
            "--java",
            "--java=17",
            "--java=-3",
            "--java=99999999999",
            "--include-tests",
            "--explain-unknown",
            "--front-end=javac",
            "--",
            "-",
            "",
            " ",
            "\0",
            "SecretLogged",
            "NoSuchRule",
            "@args",
            "*",
            "--no-such-option",
            "\ud800");

    @TempDir
    private Path folder;

    @Test
    void everyCommandLineEndsWithAStatus() throws IOException {
        Files.writeString(folder.resolve("A.java"), "class A { String s = \"x\"; }\n");
        Files.writeString(folder.resolve("broken.toml"), "exclude = [\n");
        List<String> places = List.of(
                folder.toString(),
                folder.resolve("A.java").toString(),
                folder.resolve("broken.toml").toString(),
                folder.resolve("missing").toString(),
                folder.resolve("out.txt").toString());
        Random random = new Random(20261123);
        Cli cli = new Cli();
        for (int i = 0; i < 200; i++) {
            List<String> arguments = new ArrayList<>();
            arguments.add(random.nextInt(4) == 0 ? WORDS.get(random.nextInt(WORDS.size())) : "scan");
            int count = random.nextInt(6);
            for (int k = 0; k < count; k++) {
                boolean place = random.nextBoolean();
                arguments.add(
                        place ? places.get(random.nextInt(places.size())) : WORDS.get(random.nextInt(WORDS.size())));
            }
            int status = cli.run(arguments.toArray(String[]::new));
            assertThat(status).as("%s: %s", arguments, cli.err()).isBetween(0, 3);
            assertThat(cli.err()).as("%s", arguments).doesNotContain("\tat ", "Exception in");
            assertThat(cli.out()).as("%s", arguments).doesNotContain("\tat dev.keywright");
        }
    }
}
