package dev.keywright.processor.host.ecj;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.processor.host.CrashingRule;
import dev.keywright.processor.host.Jdks;
import dev.keywright.processor.host.UserProject;
import java.io.File;
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

/** The analyzer under ecj's batch compiler, on each JDK that is here and on a runtime that has no javac at all. */
class EcjHostTest {

    private static final String DEFECT = """
            package shop;

            import javax.net.ssl.HostnameVerifier;

            final class Client {

                static HostnameVerifier verifier() {
                    return (host, session) -> true;
                }
            }
            """;

    private static final String CLEAN = """
            package shop;

            final class Clean {
                int twice(int n) {
                    return 2 * n;
                }
            }
            """;

    /** What ecj and the processor need of the platform. */
    private static final String MODULES = "java.compiler,java.logging,java.xml";

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
    void aDefectStopsTheBuildAtItsExactRangeAndStopsItAgain(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN).write("Client.java", DEFECT);
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertDefectFound(ecj(jdk, UserProject.processorPath(), "Clean.java", "Client.java"));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void cleanCodeCompiles(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN);
        UserProject.Run run = ecj(jdk, UserProject.processorPath(), "Clean.java");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).contains("rules active").doesNotContain("ERROR", "WARNING");
        assertThat(project.classFile("shop/Clean")).exists();
    }

    /** ecj asks no further processor once all annotations are claimed. */
    @Test
    void codeThatBearsNoOtherAnnotationsThanKeywrightsIsAnalysedToo() throws Exception {
        project.write("Client.java", DEFECT.replace("final class Client {", """
                interface Service {
                    @dev.keywright.annotations.ApiKeyProtected void call();
                }

                final class Client {
                """.stripTrailing()));
        UserProject.Run run = ecj(Jdks.running(), UserProject.processorPath(), "Client.java");
        assertThat(run.output()).contains("[DisabledTlsVerification]", "rules active");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCrashInsideARuleLeavesTheBuildGreenWithOneWarning(Path jdk) throws Exception {
        project.write("Clean.java", CLEAN).write("Second.java", CLEAN.replace("Clean", "Second"));
        project.write("crash/META-INF/services/dev.keywright.checks.rules.Rule", CrashingRule.class.getName() + "\n");
        String path = String.join(
                File.pathSeparator,
                UserProject.processorPath(),
                UserProject.testClasses(),
                folder.resolve("crash").toString());
        UserProject.Run run = ecj(jdk, path, "Clean.java", "Second.java");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).containsOnlyOnce("WARNING in").contains("Clean.java", "CrashingRule");
        assertThat(run.output()).doesNotContain("s3cr3t");
        assertThat(project.classFile("shop/Clean")).exists();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void worksOnARuntimeThatHasNoJavac(Path jdk) throws Exception {
        List<String> launcher = withoutJavac(jdk);
        UserProject.Run modules = project.run(with(launcher, "--list-modules"));
        assertThat(modules.output()).contains("java.compiler").doesNotContain("jdk.compiler");
        project.write("Clean.java", CLEAN).write("Client.java", DEFECT);
        assertDefectFound(ecj(launcher, UserProject.processorPath(), "Clean.java", "Client.java"));
    }

    /**
     * Links an image: from the JDK's jmods, or, where they are left out as JEP 493 allows, from its own run-time image. A JDK
     * that can do neither is started so that it observes no other modules.
     */
    private List<String> withoutJavac(Path jdk) throws Exception {
        Path image = folder.resolve("image");
        Path jlink = jdk.resolve("bin/jlink");
        if (Files.isExecutable(jlink)) {
            UserProject.Run linked =
                    project.run(List.of(jlink.toString(), "--add-modules", MODULES, "--output", image.toString()));
            if (linked.status() == 0) {
                return List.of(image.resolve("bin/java").toString());
            }
        }
        return List.of(jdk.resolve("bin/java").toString(), "--limit-modules", MODULES);
    }

    private static List<String> with(List<String> launcher, String... arguments) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(arguments));
        return command;
    }

    private void assertDefectFound(UserProject.Run run) {
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output()).containsOnlyOnce("ERROR in").contains("Client.java (at line 8)");
        List<String> lines =
                run.output().lines().map(line -> line.replace("\t", "")).toList();
        int source = lines.indexOf("return (host, session) -> true;");
        assertThat(lines.get(source + 1)).isEqualTo("       ^^^^^^^^^^^^^^^^^^^^^^^");
        assertThat(lines.get(source + 2)).startsWith("[DisabledTlsVerification] ");
        assertThat(project.classFile("shop/Client")).doesNotExist();
    }

    private UserProject.Run ecj(Path jdk, String processorPath, String... sources) throws Exception {
        return ecj(List.of(jdk.resolve("bin/java").toString()), processorPath, sources);
    }

    private UserProject.Run ecj(List<String> launcher, String processorPath, String... sources) throws Exception {
        return project.ecj(launcher, UserProject.classPath(), processorPath, sources);
    }
}
