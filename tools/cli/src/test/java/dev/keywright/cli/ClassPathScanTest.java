package dev.keywright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interface of a jar, given with --classpath, says what guards the class that implements it. */
final class ClassPathScanTest {

    private static final Map<String, String> LIBRARY = Map.of(
            "ApiKeyProtected.java",
            "package dev.keywright.annotations; public @interface ApiKeyProtected { String[] scopes() default {}; }",
            "RateLimited.java",
            "package dev.keywright.annotations; public @interface RateLimited { String value(); }",
            "Api.java",
            """
            package acme;
            import com.sun.net.httpserver.*;
            import dev.keywright.annotations.*;
            public interface Api extends HttpHandler {
                @ApiKeyProtected @RateLimited("5 per minute") void handle(HttpExchange exchange);
            }
            """);

    private static final String SERVER = """
            package shop;
            import com.sun.net.httpserver.*;
            class Guarded implements acme.Api {
                public void handle(HttpExchange exchange) {}
            }
            class Open implements HttpHandler {
                public void handle(HttpExchange exchange) {}
            }
            """;

    @TempDir
    private Path folder;

    private Path sources;
    private Path jar;
    private final Cli cli = new Cli();

    @BeforeEach
    void makeJar() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        for (Map.Entry<String, String> source : LIBRARY.entrySet()) {
            Path file = folder.resolve(source.getKey());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
        jar = folder.resolve("api.jar");
        pack(classes, jar);
        sources = Files.createDirectories(folder.resolve("src/main/java/shop"));
        Files.writeString(sources.resolve("Server.java"), SERVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javac", "javaparser", "auto"})
    void onlyTheOpenHandlerIsReported(String frontEnd) {
        int status = cli.run("scan", "--front-end", frontEnd, "--classpath", jar.toString(), sources.toString());
        assertThat(cli.out()).contains("Server.java:7:").doesNotContain("Server.java:4:", "MissingRateLimit");
        assertThat(cli.out().split("\\[UnprotectedEndpoint]", -1)).as(cli.out()).hasSize(2);
        assertThat(status).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    void withoutTheClassPathTheOtherIsNoError() {
        cli.run("scan", sources.toString());
        assertThat(cli.out().lines().filter(line -> line.contains("Server.java:4:")))
                .noneMatch(line -> line.contains("error"));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
            }
        }
    }
}
