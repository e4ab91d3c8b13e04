package dev.keywright.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users put on their processor path. */
class PackagedJarIT {

    private static final Path JAR =
            Path.of(System.getProperty("keywright.processor.jar", "target/keywright-processor.jar"));

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    @Test
    void everyClassIsOursOrRelocated() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(name -> name.startsWith("dev/keywright/processor/")
                        || name.startsWith("dev/keywright/checks/")
                        || name.startsWith("dev/keywright/shaded/"));
    }

    @Test
    void theAnnotationsAreLeftToTheUsersClassPath() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.startsWith("dev/keywright/annotations/"))
                .contains("dev/keywright/shaded/grammar/LimitGrammar.class")
                .contains("dev/keywright/shaded/javapoet/JavaFile.class")
                .contains("dev/keywright/shaded/javaparser/JavaParser.class")
                .contains("dev/keywright/shaded/tomlj/Toml.class");
    }

    @Test
    void everyServiceNamesClassesOfTheJar() throws IOException {
        List<String> entries = entries();
        List<String> services = entries.stream()
                .filter(name -> name.startsWith("META-INF/services/"))
                .toList();
        assertThat(services)
                .contains("META-INF/services/javax.annotation.processing.Processor")
                .contains("META-INF/services/com.sun.source.util.Plugin")
                .allMatch(name -> name.startsWith("META-INF/services/javax.annotation.processing.")
                        || name.startsWith("META-INF/services/com.sun.source.util.")
                        || name.startsWith("META-INF/services/dev.keywright."));
        for (String service : services) {
            assertThat(lines(service))
                    .isNotEmpty()
                    .allMatch(provider -> entries.contains(provider.replace('.', '/') + ".class"));
        }
    }

    @Test
    void nothingButTheJdkIsNeededToRunIt() {
        StringWriter said = new StringWriter();
        int exit = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "--multi-release",
                        "17",
                        "--missing-deps",
                        JAR.toString());
        assertThat(exit).as(said.toString()).isZero();
        // Annotations that no class loader looks for are no need.
        assertThat(said.toString().lines().filter(line -> line.contains("->") && line.startsWith(" ")))
                .allMatch(line -> line.contains("org.jspecify.annotations."));
    }

    @Test
    void licencesOfAllPartsAreInIt() throws IOException {
        assertThat(entries())
                .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/licenses/antlr4.txt")
                .doesNotContain("META-INF/LICENSE.txt");
        assertThat(String.join("\n", lines("META-INF/NOTICE")))
                .contains("JavaPoet", "JavaParser", "TomlJ", "ANTLR 4 runtime");
    }

    @Test
    void itsPomAsksForNothing() throws IOException {
        String pom = Files.readString(JAR.resolveSibling("dependency-reduced-pom.xml"));
        for (String dependency : pom.split("<dependency>")) {
            assertThat(
                            dependency.contains("<groupId>") && dependency.contains("</dependency>")
                                    ? dependency
                                    : "<scope>test</scope>")
                    .containsAnyOf("<scope>test</scope>", "<scope>provided</scope>");
        }
        assertThat(pom).doesNotContain("<artifactId>javapoet</artifactId>");
    }

    @Test
    void aloneOnTheProcessorPathItWritesGuards(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("C.java"), """
                package shop;
                @org.springframework.web.bind.annotation.RestController
                class C {
                    @dev.keywright.annotations.ApiKeyProtected(scopes = "a:b")
                    @dev.keywright.annotations.RateLimited("5 per minute")
                    @org.springframework.web.bind.annotation.GetMapping("/c")
                    String c() { return ""; }
                }
                """);
        Path adapter = Files.writeString(folder.resolve("KeywrightSpring.java"), TestCompiler.SPRING_ADAPTER);
        Path boot = Files.writeString(folder.resolve("AutoConfiguration.java"), TestCompiler.SPRING_BOOT);
        // A process of its own: in this one the compiler would also find the processors on the test's class path.
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-processorpath",
                        JAR.toString(),
                        "-classpath",
                        TestCompiler.into(folder).classPath(),
                        "-d",
                        folder.toString(),
                        source.toString(),
                        adapter.toString(),
                        boot.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(javac.getInputStream().readAllBytes(), UTF_8);
        assertThat(javac.waitFor()).as(said).isZero();
        assertThat(folder.resolve("shop/C_Guard.class")).exists();
        assertThat(folder.resolve("META-INF/keywright/endpoints.json"))
                .content()
                .contains("\"a:b\"");
    }
}
