package dev.keywright.processor.host.javac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keywright.processor.host.CrashingRule;
import dev.keywright.processor.host.Jdks;
import dev.keywright.processor.host.UserProject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugin in javac processes as users start them, on each JDK that is here. */
class JavacHostTest {

    private static final String DEFECT = """
            package shop;

            import javax.net.ssl.HostnameVerifier;

            final class Client {

                static final int NAME = 1;

                static HostnameVerifier verifier() {
                    return (host, session) -> true;
                }
            }
            """;

    private static final String CLEAN = """
            package shop;

            final class Clean {
                int twice(int n) {
                    Runnable r = new Runnable() {
                        public void run() {
                            System.out.println(n + "!");
                        }
                    };
                    r.run();
                    return 2 * n;
                }
            }
            """;

    @TempDir
    private Path folder;

    private UserProject project;

    @BeforeEach
    void makeProject() {
        project = new UserProject(folder);
    }

    static Stream<Path> jdks() {
        return Stream.concat(Stream.of(Jdks.running()), Jdks.jdk25().stream()).distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void cleanCodeCompilesToTheSameBytes(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN);
        UserProject.Run plain = project.javac(jdk, List.of("-proc:none"), "Clean.java");
        assertThat(plain.status()).as(plain.output()).isZero();
        byte[] expected = Files.readAllBytes(project.classFile("shop/Clean"));
        byte[] inner = Files.readAllBytes(project.classFile("shop/Clean$1"));
        Files.delete(project.classFile("shop/Clean"));
        UserProject.Run checked = project.javac(jdk, checking(), "Clean.java");
        assertThat(checked.status()).as(checked.output()).isZero();
        assertThat(checked.output()).contains("rules active").doesNotContain("error", "warning");
        assertThat(project.classFile("shop/Clean")).hasBinaryContent(expected);
        assertThat(project.classFile("shop/Clean$1")).hasBinaryContent(inner);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theNoteCanBeSilenced(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN);
        List<String> options = new ArrayList<>(checking());
        options.add("-Akeywright.note=off");
        UserProject.Run run = project.javac(jdk, options, "Clean.java");
        assertThat(run.output()).doesNotContain("rules active");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aDefectStopsTheBuildAtItsPlaceLeavesNoClassFileAndStopsItAgain(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN).write("Client.java", DEFECT);
        for (int attempt = 1; attempt <= 2; attempt++) {
            UserProject.Run run = project.javac(jdk, checking(), "Clean.java", "Client.java");
            assertThat(run.status()).as(run.output()).isNotZero();
            assertThat(run.output()).contains("Client.java:10: error: [DisabledTlsVerification]", "1 error");
            assertThat(project.classFile("shop/Client")).doesNotExist();
            assertThat(project.classFile("shop/Clean")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aSourceThatJavacFindsOnItsSourcePathIsCheckedToo(Path jdk) throws Exception {
        project.write("src/shop/Client.java", DEFECT).write("Main.java", """
                class Main {
                    Object verifier = shop.Opener.open();
                }
                """).write("src/shop/Opener.java", """
                package shop;

                public class Opener {
                    public static Object open() {
                        return Client.verifier();
                    }
                }
                """);
        List<String> options = new ArrayList<>(checking());
        options.addAll(List.of("-sourcepath", "src"));
        UserProject.Run run = project.javac(jdk, options, "Main.java");
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output()).contains("Client.java:10: error: [DisabledTlsVerification]");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatJavacRefusesItselfIsSaidByJavacAlone(Path jdk) throws Exception {
        project.write("Client.java", DEFECT.replace("NAME = 1", "NAME = Missing.value()"));
        UserProject.Run run = project.javac(jdk, checking(), "Client.java");
        assertThat(run.status()).isNotZero();
        assertThat(run.output()).contains("cannot find symbol", "1 error").doesNotContain("could not analyse");
    }

    /** Told to go on after syntax errors, javac fails an assertion where it meets this tree. Error Prone's users tell it so. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aFileThatJavacItselfBreaksOnCostsNoOtherItsFindings(Path jdk) throws Exception {
        project.write("Broken.java", "class Broken { void m() { (x) -> int i = 0; } }")
                .write("Client.java", DEFECT);
        UserProject.Run run = project.javac(jdk, goingOn(), "Broken.java", "Client.java");
        assertThat(run.status()).isNotZero();
        assertThat(run.output())
                .contains("Client.java:10: error: [DisabledTlsVerification]")
                .doesNotContain("could not analyse", "Please report");
    }

    /** Nothing can be asked of javac 17 any more after that, and alone it breaks as well; javac 25 goes on. */
    @ParameterizedTest
    @MethodSource("jdks")
    void anAssertionOfJavacThatAQuestionBringsUpIsSaidToBeTheCompilers(Path jdk) throws Exception {
        project.write("Broken.java", "class { Reader ( { ( @ ) )").write("Client.java", DEFECT);
        UserProject.Run run = project.javac(jdk, goingOn(), "Client.java", "Broken.java");
        assertThat(run.status()).isNotZero();
        assertThat(run.output())
                .containsAnyOf("the compiler failed on it", "[DisabledTlsVerification]")
                .doesNotContain("could not analyse", "Please report");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aClassThatJavacDidNotAttributeCostsNoFileItsFindings(Path jdk) throws Exception {
        project.write("Broken.java", "interface Broken { { return new Object() { }; } }")
                .write("Client.java", DEFECT);
        UserProject.Run run = project.javac(jdk, goingOn(), "Broken.java", "Client.java");
        assertThat(run.output())
                .contains("Client.java:10: error: [DisabledTlsVerification]")
                .doesNotContain("could not analyse", "Please report");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void testSourcesAreNotReportedOn(Path jdk) throws Exception {
        project.write("src/test/java/shop/Client.java", DEFECT);
        UserProject.Run run = project.javac(jdk, checking(), "src/test/java/shop/Client.java");
        assertThat(run.status()).as(run.output()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aSuppressedFindingIsSilent(Path jdk) throws Exception {
        project.write(
                "Client.java",
                DEFECT.replace("final class", "@SuppressWarnings(\"DisabledTlsVerification\") final class"));
        UserProject.Run run = project.javac(jdk, checking(), "Client.java");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain("DisabledTlsVerification");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theNearestConfigurationDecides(Path jdk) throws Exception {
        project.write("Client.java", DEFECT).write("keywright.toml", """
                [severity]
                DisabledTlsVerification = "off"
                """);
        UserProject.Run run = project.javac(jdk, checking(), "Client.java");
        assertThat(run.output()).doesNotContain("[DisabledTlsVerification]");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aBrokenConfigurationIsAnErrorNotAShrug(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN).write("keywright.toml", "no such = [[[\n");
        UserProject.Run run = project.javac(jdk, checking(), "Clean.java");
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output()).contains("Clean.java:1: error: Keywright's configuration", "keywright.toml:1:");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCrashInsideARuleLeavesTheBuildGreenWithOneWarningThatNamesTheFile(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN).write("Second.java", CLEAN.replace("Clean", "Second"));
        project.write("crash/META-INF/services/dev.keywright.checks.rules.Rule", CrashingRule.class.getName() + "\n");
        String path = String.join(
                File.pathSeparator,
                UserProject.processorPath(),
                UserProject.testClasses(),
                folder.resolve("crash").toString());
        UserProject.Run run = project.javac(jdk, List.of("-processorpath", path), "Clean.java", "Second.java");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(project.classFile("shop/Clean")).exists();
        assertThat(project.classFile("shop/Second")).exists();
        assertThat(run.output())
                .containsOnlyOnce("warning:")
                .contains("1 warning", "Clean.java", "report", "CrashingRule");
        assertThat(run.output()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCompilerThatAttributesNoClassEarlyStillReportsBeforeTheClassIsWritten(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN).write("Client.java", DEFECT);
        Path classes = UserProject.copyClasses(folder.resolve("host"));
        project.write("host/META-INF/services/com.sun.source.util.Plugin", LatePlugin.class.getName() + "\n");
        String path = String.join(
                File.pathSeparator, classes.toString(), UserProject.processorPath(), UserProject.testClasses());
        UserProject.Run run = project.javac(
                jdk,
                List.of(
                        "-proc:none",
                        "-processorpath",
                        path.replace(UserProject.hostClasses() + File.pathSeparator, "")),
                "Clean.java",
                "Client.java");
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output())
                .containsOnlyOnce("error: [DisabledTlsVerification]")
                .contains("Client.java:10: error");
        assertThat(project.classFile("shop/Client")).doesNotExist();
    }

    @Test
    void onJdk25TheClassPathAloneIsAnErrorThatNamesTheMissingConfiguration() throws Exception {
        assumeTrue(Jdks.jdk25().isPresent(), "no JDK 25 here: set JAVA_25_HOME");
        annotated();
        String classPath = UserProject.classPath() + File.pathSeparator + UserProject.processorPath();
        UserProject.Run run = project.javac(Jdks.jdk25().orElseThrow(), List.of("-cp", classPath), "Orders.java");
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output())
                .contains("Orders.java:6: error: @ApiKeyProtected protects nothing here: Orders has no guard")
                .contains("-processorpath", "annotationProcessorPaths", "-proc:full");
        assertThat(project.classFile("Orders")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void withoutProcessingAGuardThatAnEarlierStepWroteIsAsGood(Path jdk) throws Exception {
        annotated();
        project.write("Orders_Guard.java", "final class Orders_Guard {}\n");
        List<String> options =
                List.of("-cp", UserProject.classPath(), "-processorpath", UserProject.processorPath(), "-proc:none");
        UserProject.Run without = project.javac(jdk, options, "Orders.java");
        assertThat(without.output()).contains("protects nothing here");
        UserProject.Run with = project.javac(jdk, options, "Orders.java", "Orders_Guard.java");
        assertThat(with.output()).doesNotContain("protects nothing here");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aSchemeWithoutProtectionFromReplaysIsWarnedOfWhereItIsNotAcknowledged(Path jdk) throws Exception {
        List<String> options = List.of(
                "-cp",
                UserProject.classPath(),
                "-processorpath",
                UserProject.processorPath(),
                "-Akeywright.handlers=Endpoint");
        hook("");
        UserProject.Run unacknowledged = project.javac(jdk, options, "Hook.java");
        assertThat(unacknowledged.output()).contains("Hook.java:9: warning: [SignatureReplayable]");
        assertThat(unacknowledged.status()).as(unacknowledged.output()).isZero();
        hook(", replayAcknowledged = true");
        UserProject.Run acknowledged = project.javac(jdk, options, "Hook.java");
        assertThat(acknowledged.output()).doesNotContain("SignatureReplayable");
        assertThat(acknowledged.status()).as(acknowledged.output()).isZero();
    }

    private void hook(String more) throws IOException {
        project.write("Hook.java", """
                import dev.keywright.annotations.*;

                interface Endpoint {
                    void receive();
                }

                class Hook implements Endpoint {

                    @HmacSigned(secret = "github", scheme = SignatureScheme.GITHUB%s)
                    @RateLimited(value = "60 per minute", by = LimitBy.GLOBAL)
                    public void receive() {}
                }
                """.formatted(more));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aMistakeThatKeepsTheProcessorFromRunningIsNotBuriedUnderMissingGuards(Path jdk) throws Exception {
        project.write("Twice.java", """
                import dev.keywright.annotations.ApiKeyProtected;

                class Twice {
                    void a() {}
                    void a() {}

                    static class One {
                        @ApiKeyProtected
                        public void list() {}
                    }

                    static class Other {
                        @ApiKeyProtected
                        public void list() {}
                    }
                }
                """);
        UserProject.Run run = project.javac(
                jdk,
                List.of("-cp", UserProject.classPath(), "-processorpath", UserProject.processorPath()),
                "Twice.java");
        assertThat(run.output())
                .contains("Twice.java:5: error: ")
                .containsOnlyOnce("mend that first: until then it runs no processor")
                .containsOnlyOnce("has no guard either");
    }

    private void annotated() throws IOException {
        project.write("Orders.java", """
                import dev.keywright.annotations.ApiKeyProtected;
                import dev.keywright.annotations.RateLimited;

                class Orders {

                    @ApiKeyProtected(scopes = "orders:read")
                    @RateLimited("60 per minute")
                    public void list() {}
                }
                """);
    }

    /** As {@link #checking}, and after syntax errors too. */
    private static List<String> goingOn() {
        List<String> options = new ArrayList<>(checking());
        options.add("-XDshould-stop.ifError=FLOW");
        return options;
    }

    private static List<String> checking() {
        return List.of("-processorpath", UserProject.processorPath());
    }
}
