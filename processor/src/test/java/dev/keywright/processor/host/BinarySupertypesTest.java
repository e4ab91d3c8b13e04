package dev.keywright.processor.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What annotations on an interface of a jar say holds for the classes that implement it, in both compilers. */
class BinarySupertypesTest {

    private static final String API = """
            package acme;
            import com.sun.net.httpserver.*;
            import dev.keywright.annotations.*;
            public final class Api {
                public interface Limited extends HttpHandler {
                    @ApiKeyProtected @RateLimited("5 per minute") void handle(HttpExchange exchange);
                }
                @ApiKeyProtected public interface Keyed extends HttpHandler {}
            }
            """;

    private static final String SERVER = """
            package shop;
            import com.sun.net.httpserver.*;
            class Limited implements acme.Api.Limited {
                public void handle(HttpExchange exchange) {}
            }
            class Keyed implements acme.Api.Keyed {
                public void handle(HttpExchange exchange) {} // line 7
            }
            class Open implements HttpHandler {
                public void handle(HttpExchange exchange) {} // line 10
            }
            """;

    /** Stands in for the adapter, which guards are written against. */
    private static final String ADAPTER = """
            package dev.keywright.adapters.jdkhttp;
            import com.sun.net.httpserver.HttpHandler;
            public class JdkHttpGuards {
                public static HttpHandler protect(Object guard, HttpHandler handler) { return handler; }
            }
            """;

    @TempDir
    private Path folder;

    private UserProject project;

    static Stream<Path> jdks() {
        return Stream.concat(Stream.of(Jdks.running()), Jdks.jdk25().stream()).distinct();
    }

    @BeforeEach
    void makeLibrary() throws Exception {
        project = new UserProject(folder);
        project.write("lib/Api.java", API).write("lib/JdkHttpGuards.java", ADAPTER);
        UserProject.Run library = project.javac(
                Jdks.running(),
                List.of("-proc:none", "--release", "17", "-cp", UserProject.classPath()),
                "lib/Api.java",
                "lib/JdkHttpGuards.java");
        assertThat(library.status()).as(library.output()).isZero();
        project.write("src/main/java/shop/Server.java", SERVER);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void inJavac(Path jdk) throws Exception {
        UserProject.Run run = project.javac(
                jdk,
                List.of("-cp", classPath(), "-processorpath", UserProject.processorPath()),
                "src/main/java/shop/Server.java");
        assertThat(run.output().lines().filter(line -> line.contains(": error: ")))
                .as(run.output())
                .hasSize(2)
                .anyMatch(line -> line.contains("Server.java:7: error: [MissingRateLimit]"))
                .anyMatch(line -> line.contains("Server.java:10: error: [UnprotectedEndpoint]"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void inEcj(Path jdk) throws Exception {
        UserProject.Run run = project.ecj(
                List.of(jdk.resolve("bin/java").toString()),
                classPath(),
                UserProject.processorPath(),
                "src/main/java/shop/Server.java");
        assertThat(run.output().lines().filter(line -> line.contains(". ERROR in ")))
                .as(run.output())
                .hasSize(2)
                .anyMatch(line -> line.contains("Server.java (at line 7)"))
                .anyMatch(line -> line.contains("Server.java (at line 10)"));
        assertThat(run.output()).containsOnlyOnce("[MissingRateLimit]").containsOnlyOnce("[UnprotectedEndpoint]");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void inEcjWithTheLibraryOnTheModulePath(Path jdk) throws Exception {
        project.write("src/main/java/module-info.java", """
                module shop {
                    requires acme;
                    requires jdk.httpserver;
                    requires dev.keywright.annotations;
                    requires dev.keywright.runtime;
                }
                """);
        UserProject.Run jar =
                project.run(List.of(Jdks.running().resolve("bin/jar").toString(), "cf", "acme.jar", "-C", "out", "."));
        assertThat(jar.status()).as(jar.output()).isZero();
        UserProject.Run run = project.run(List.of(
                jdk.resolve("bin/java").toString(),
                "-jar",
                UserProject.jar("/ecj-").toString(),
                "-17",
                "-d",
                "modular",
                "--module-path",
                "acme.jar" + File.pathSeparator + UserProject.classPath(),
                "-processorpath",
                UserProject.processorPath(),
                "src/main/java/module-info.java",
                "src/main/java/shop/Server.java"));
        assertThat(run.output()).containsOnlyOnce("[MissingRateLimit]").containsOnlyOnce("[UnprotectedEndpoint]");
        assertThat(run.output().lines().filter(line -> line.contains(". ERROR in ")))
                .as(run.output())
                .hasSize(2);
    }

    private String classPath() {
        return folder.resolve("out") + File.pathSeparator + UserProject.classPath();
    }
}
