package dev.keywright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user who has nothing but a JDK and our jars. */
class PlainJavacTest {

    @TempDir
    private Path folder;

    static Stream<Jdk> jdks() throws IOException {
        return Jdk.all().stream();
    }

    static Stream<Arguments> defectsOnEachJdk() throws IOException {
        return Jdk.all().stream()
                .flatMap(jdk -> Defects.withJdkServer().stream().map(defect -> Arguments.of(jdk, defect)));
    }

    @ParameterizedTest
    @MethodSource("defectsOnEachJdk")
    void aDefectStopsTheCompilerAtItsPlaceAndStopsItAgain(Jdk jdk, Defect defect) throws Exception {
        write(defect.path(), defect.source());
        for (int attempt = 1; attempt <= 2; attempt++) {
            Run run = javac(jdk, List.of("-processorpath", processorPath()), defect.path());
            assertThat(run.status()).as(run.output()).isNotZero();
            assertThat(run.output())
                    .contains(defect.type() + ".java:" + defect.line() + ": error: [" + defect.rule() + "]");
            assertThat(caretColumns(run.output())).contains(defect.column());
            assertThat(folder.resolve("out/shop/" + defect.type() + ".class")).doesNotExist();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aCleanHandlerCompilesAndHasItsGuard(Jdk jdk) throws Exception {
        write("src/main/java/shop/Orders.java", CLEAN_HANDLER);
        Run run = javac(jdk, List.of("-processorpath", processorPath()), "src/main/java/shop/Orders.java");
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain("error:");
        assertThat(folder.resolve("out/shop/Orders.class")).exists();
        assertThat(folder.resolve("out/shop/Orders_Guard.class")).exists();
        assertThat(folder.resolve("out/META-INF/keywright/endpoints.json"))
                .content()
                .contains("orders:read");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aJarOnTheClassPathAloneIsEnoughOrIsAnErrorButNeverAnOpenEndpoint(Jdk jdk) throws Exception {
        write("src/main/java/shop/Orders.java", CLEAN_HANDLER);
        String classPath = classPath() + java.io.File.pathSeparator + processorPath();
        Run run = run(jdk, List.of("-cp", classPath), "src/main/java/shop/Orders.java");
        if (jdk.feature() < 23) {
            assertThat(run.status()).as(run.output()).isZero();
            assertThat(folder.resolve("out/shop/Orders_Guard.class")).exists();
        } else {
            // Since JDK 23 javac runs no processor from the class path unless it is asked to.
            assertThat(run.status()).as(run.output()).isNotZero();
            assertThat(run.output())
                    .contains("Orders.java:")
                    .contains("-processorpath")
                    .contains("-proc:full");
            assertThat(folder.resolve("out/shop/Orders.class")).doesNotExist();
        }
    }

    private static final String CLEAN_HANDLER = """
            package shop;

            import com.sun.net.httpserver.HttpExchange;
            import com.sun.net.httpserver.HttpHandler;
            import dev.keywright.annotations.ApiKeyProtected;
            import dev.keywright.annotations.RateLimited;
            import java.io.IOException;

            final class Orders implements HttpHandler {

                @Override
                @ApiKeyProtected(scopes = "orders:read")
                @RateLimited("60 per minute")
                public void handle(HttpExchange exchange) throws IOException {
                    exchange.sendResponseHeaders(204, -1);
                }
            }
            """;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run javac(Jdk jdk, List<String> options, String file) throws Exception {
        List<String> all = new ArrayList<>(List.of("-cp", classPath()));
        all.addAll(options);
        return run(jdk, all, file);
    }

    private Run run(Jdk jdk, List<String> options, String file) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.tool("javac"), "-d", "out"));
        command.addAll(options);
        command.add(file);
        return Run.of(folder, Map.of(), command);
    }

    private static String classPath() throws IOException {
        return Stream.of("keywright-annotations", "keywright-runtime", "keywright-jdk-http")
                .map(PlainJavacTest::jar)
                .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                .orElseThrow();
    }

    private static String processorPath() {
        return jar("keywright-processor");
    }

    private static String jar(String artifact) {
        try {
            return LocalRepository.jar(artifact).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The columns, from 1, that carets stand in. */
    private static List<Integer> caretColumns(String output) {
        return output.lines()
                .filter(line -> line.strip().equals("^"))
                .map(line -> line.indexOf('^') + 1)
                .toList();
    }
}
