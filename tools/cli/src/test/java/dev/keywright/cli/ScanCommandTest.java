package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScanCommandTest {

    private static final String OPEN_ENDPOINT = """
            package shop;

            import dev.keywright.annotations.PublicEndpoint;
            import org.springframework.web.bind.annotation.PostMapping;
            import org.springframework.web.bind.annotation.RestController;

            @RestController
            class Orders {
                @PublicEndpoint(reason = "a health check")
                @PostMapping("/health")
                String health() { return "up"; }

                @PostMapping("/orders")
                String create(String order) { return order; }
            }
            """;
    private static final String CLEAN = "package shop; class Clean { int one() { return 1; } }\n";

    @TempDir
    private Path folder;

    private final Cli cli = new Cli();
    private String out = "";
    private String err = "";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--format=xml",
                "--fail-on=sometimes",
                "--min-score=101",
                "--min-score=-1",
                "--min-score=x",
                "--java=7",
                "--java=99",
                "--front-end=ecj",
                "--frmat=json",
                "--classpath=/nowhere/at/all.jar",
                "--config=/nowhere.toml",
                "--baseline=/nowhere.txt",
                "--write-baseline",
                "--output=/nowhere/at/all.json"
            })
    void aWrongOptionIsAUsageErrorThatNamesIt(String option) throws IOException {
        write("A.java", CLEAN);

        assertThat(scan(option)).isEqualTo(ExitStatus.USAGE);
        assertThat(err).contains(option.replaceAll("=.*", "").equals("--config") ? "/nowhere.toml" : namedBy(option));
    }

    private static String namedBy(String option) {
        return option.startsWith("--baseline") || option.startsWith("--output")
                ? option.substring(option.indexOf('=') + 1)
                : option.replaceAll("=.*", "");
    }

    @Test
    void aPathThatIsNotThereIsAUsageError() {
        assertThat(run("scan", folder.resolve("none").toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(err).contains("none: there is no such file or folder.");
    }

    @Test
    void aFileThatIsNotJavaIsAUsageError() throws IOException {
        assertThat(run("scan", write("notes.txt", "x").toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(err).contains("notes.txt: is not a Java source file.");
    }

    @Test
    void noPathIsAUsageError() {
        assertThat(run("scan")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void aMistakeInTheConfigurationIsToldBeforeAnythingIsAnalysed() throws IOException {
        write("A.java", OPEN_ENDPOINT);
        Path toml = write("keywright.toml", "\nexclud = []\n");

        assertThat(scan()).isEqualTo(ExitStatus.USAGE);
        assertThat(err.strip()).isEqualTo(toml + ":2:1: unknown key 'exclud'; did you mean 'exclude'?");
        assertThat(out).isEmpty();
    }

    @Test
    void aBrokenBaselineIsAUsageError() throws IOException {
        write("A.java", CLEAN);
        Path baseline = write("old.txt", "not a fingerprint\n");

        assertThat(scan("--baseline", baseline.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(err).contains(baseline + ":1:1: a line of a baseline starts with a fingerprint");
    }

    @Test
    void anEmptyFolderIsCleanAndSaidToBeEmpty() {
        assertThat(scan()).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(err).contains(folder + ": no Java source files.");
        assertThat(out).contains("No findings in 0 files");
    }

    @Test
    void brokenFilesAreSaidToBeAndTheRestIsAnalysed() throws IOException {
        write("A.java", OPEN_ENDPOINT);
        write("Broken.java", "class Broken { void a() { if (");
        Files.write(folder.resolve("Rubbish.java"), rubbish());
        Files.write(
                folder.resolve("Latin.java"),
                "class Latin { String s = \"\u00fc\"; }".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(scan("--format", "json")).isEqualTo(ExitStatus.FINDINGS);
        assertThat(paths("findings")).containsExactly("A.java");
        assertThat(paths("undecided")).contains("Broken.java", "Rubbish.java").doesNotContain("Latin.java");
    }

    private static byte[] rubbish() {
        byte[] bytes = new byte[20_000];
        new java.util.Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void aFileThatIsTooLargeIsNamedAndTheStatusSaysIncomplete() throws IOException {
        write("A.java", CLEAN);
        Files.write(folder.resolve("Huge.java"), new byte[(16 << 20) + 1]);

        assertThat(scan()).isEqualTo(ExitStatus.INCOMPLETE);
        assertThat(err).contains("Huge.java: is larger than 16 MiB and was not analysed");
    }

    @Test
    void linksInsideAFolderAreNotFollowed() throws IOException {
        write("a/A.java", CLEAN);
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("a/Gone.java"), folder.resolve("none"));

        assertThat(scan("--format", "json")).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(json().at("/summary/files").asInt()).isEqualTo(1);
    }

    @Test
    void aFileNamedTwiceIsReadOnce() throws IOException {
        Path file = write("A.java", CLEAN);

        assertThat(run(
                        "scan",
                        folder.toString(),
                        file.toString(),
                        folder + "/../" + folder.getFileName(),
                        "--format=json"))
                .isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(json().at("/summary/files").asInt()).isEqualTo(1);
    }

    @Test
    void hiddenFoldersAreNotRead() throws IOException {
        write(".git/A.java", OPEN_ENDPOINT);
        write("node_modules/x/A.java", OPEN_ENDPOINT);

        assertThat(scan()).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
    }

    @Test
    void aFindingStopsUnlessTheUserSaysOtherwise() throws IOException {
        write("A.java", OPEN_ENDPOINT);

        assertThat(scan()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(out)
                .contains("A.java:14:12: error: [UnprotectedEndpoint] POST /orders")
                .contains("    14 |     String create(String order) { return order; }\n       |            ^~~~~~\n")
                .contains("1 error in 1 file");
        assertThat(err).isEmpty();
        assertThat(scan("--fail-on", "never")).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
    }

    @Test
    void aScoreUnderTheMinimumStops() throws IOException {
        write("A.java", OPEN_ENDPOINT);

        assertThat(scan("--fail-on=never", "--min-score=99")).isEqualTo(ExitStatus.FINDINGS);
        assertThat(err).contains("under the 99 that --min-score asks for");
        assertThat(scan("--fail-on=never", "--min-score=1")).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
    }

    @Test
    void theConfigurationChangesSeverities() throws IOException {
        write("A.java", OPEN_ENDPOINT);
        write("keywright.toml", "severity.UnprotectedEndpoint = \"warning\"\n");

        assertThat(scan()).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(out).contains("warning: [UnprotectedEndpoint]");
        assertThat(scan("--fail-on=warning")).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void eachModuleHasItsOwnConfiguration() throws IOException {
        write("one/A.java", OPEN_ENDPOINT);
        write("two/A.java", OPEN_ENDPOINT.replace("shop", "other"));
        write("two/keywright.toml", "severity.UnprotectedEndpoint = \"off\"\n");

        scan("--format=json");

        assertThat(paths("findings")).containsExactly("A.java");
        assertThat(json().at("/findings/0/path").asText()).endsWith("one/A.java");
    }

    @Test
    void excludedAndTestSourcesAreNotReported() throws IOException {
        write("legacy/A.java", OPEN_ENDPOINT);
        write("src/test/java/B.java", OPEN_ENDPOINT.replace("Orders", "Tests"));
        write("keywright.toml", "exclude = [\"legacy/**\"]\n");

        assertThat(scan()).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(scan("--include-tests")).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void aSuppressedFindingDoesNotStopAndIsCounted() throws IOException {
        write(
                "A.java",
                OPEN_ENDPOINT.replace("@RestController", "@SuppressWarnings(\"UnprotectedEndpoint\") @RestController"));

        assertThat(scan()).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(out).contains("1 suppressed in the source");
    }

    @Test
    void aBaselineAcceptsWhatWasThereAndNothingNew() throws IOException {
        write("A.java", OPEN_ENDPOINT);
        String baseline = folder.resolve("old.txt").toString();
        assertThat(scan("--write-baseline", "--baseline", baseline)).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(out).contains("Wrote 1 finding to ");
        assertThat(Files.readString(Path.of(baseline))).contains(" UnprotectedEndpoint A.java\n");

        write("A.java", "// moved\n" + OPEN_ENDPOINT);
        assertThat(scan("--baseline", baseline)).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(out).contains("1 in the baseline");

        write("A.java", OPEN_ENDPOINT.replace("create", "brandNew"));
        assertThat(scan("--baseline", baseline)).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void theBaselineOfTheConfigurationIsUsedAndCanBeWrittenAgain() throws IOException {
        write("A.java", OPEN_ENDPOINT);
        write("keywright.toml", "baseline = \"old.txt\"\n");

        assertThat(scan()).isEqualTo(ExitStatus.USAGE);
        assertThat(err).contains("there is no such baseline; --write-baseline makes it");
        assertThat(scan("--write-baseline")).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(scan()).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(scan("--write-baseline")).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
        assertThat(scan()).isEqualTo(ExitStatus.NOTHING_TO_STOP_FOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "sarif", "json", "html", "github", "SARIF"})
    void everyFormatGoesToAFileAndNothingElseIsSaid(String format) throws IOException {
        write("A.java", OPEN_ENDPOINT);
        Path output = folder.resolve("report");

        assertThat(scan("--format", format, "--output", output.toString())).isEqualTo(ExitStatus.FINDINGS);
        assertThat(out).isEmpty();
        assertThat(err).isEmpty();
        assertThat(Files.readString(output)).contains("UnprotectedEndpoint").contains("/orders");
    }

    @Test
    void sarifPathsAreRelativeToTheScannedFolder() throws IOException {
        write("src/main/java/A.java", OPEN_ENDPOINT);

        scan("--format=sarif");

        JsonNode run = json().at("/runs/0");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("src/main/java/A.java");
        assertThat(run.at("/originalUriBaseIds/SRCROOT/uri").asText()).endsWith(folder.getFileName() + "/");
    }

    @Test
    void theReportIsTheSameEveryTime() throws IOException {
        write("A.java", OPEN_ENDPOINT);
        write("b/B.java", OPEN_ENDPOINT.replace("Orders", "Others"));
        scan("--format=json");
        String first = out;
        scan("--format=json");

        assertThat(out).isEqualTo(first);
    }

    @Test
    void aLinkThatTheUserNamesIsFollowed() throws IOException {
        write("code/Orders.java", OPEN_ENDPOINT);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("code"));
        run("scan", "--format=json", link.toString());
        assertThat(json().path("summary").path("files").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNoFileIsNotReadHoweverItIsNamed() throws IOException {
        Path pipe = folder.resolve("Pipe.java");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(pipe));
            assertThat(run("scan", pipe.toString())).isEqualTo(2);
        }
        assertThat(err).contains("Pipe.java: is not a Java source file");
    }

    @Test
    void aReportThatCannotBeWrittenOutIsNoSuccess() throws IOException {
        write("Clean.java", CLEAN);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        StringWriter said = new StringWriter();
        int status = Main.run(new PrintWriter(full), new PrintWriter(said), "scan", folder.toString());
        assertThat(status).isEqualTo(3);
        assertThat(said.toString()).contains("Standard output could not be written");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int scan(String... options) {
        List<String> arguments = new ArrayList<>(List.of("scan", folder.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        int status = cli.run(arguments);
        out = cli.out();
        err = cli.err();
        return status;
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    private List<String> paths(String array) throws IOException {
        List<String> names = new ArrayList<>();
        json().path(array).forEach(each -> {
            String path = each.path("path").asText();
            names.add(path.substring(path.lastIndexOf('/') + 1));
        });
        return names;
    }
}
