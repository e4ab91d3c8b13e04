package dev.keywright.processor.host.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.processor.host.Jdks;
import dev.keywright.processor.host.UserProject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotation processing sees no class inside of a body: what stands on one must never be an open endpoint without a word. */
class LocalGuardsTest {

    private static final String ANONYMOUS = """
            new HttpHandler() {
                @ApiKeyProtected(scopes = "orders:read") // here
                public void handle(HttpExchange exchange) {}
            }""";

    private static final String HANDLER = """
            interface Handler extends HttpHandler {
                @ApiKeyProtected(scopes = "orders:read")
                void handle(HttpExchange exchange);
            }
            """;

    private static final String IMPORTS = """
            import com.sun.net.httpserver.*; import dev.keywright.annotations.*;
            """;

    @TempDir
    private Path folder;

    static Stream<Path> jdks() {
        return Stream.concat(Stream.of(Jdks.running()), Jdks.jdk25().stream()).distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anAnnotationInAnAnonymousClassIsAnErrorWhereItStands(Path jdk) throws Exception {
        refuses(jdk, "Object handler() { return " + ANONYMOUS + "; }", "@ApiKeyProtected");
    }

    @Test
    void whereverTheAnonymousClassStands() throws Exception {
        List<String> members = Stream.of(
                        "Object field = %s;",
                        "static { use(%s); }",
                        "Server() { use(%s); }",
                        "Runnable lambda = () -> use(%s);",
                        "Object outer() { return new Object() { Object inner = %s; }; }",
                        "enum Kind { A { Object handler() { return %s; } } }",
                        "Object chosen(int n) { return switch (n) { case 1 -> %s; default -> null; }; }")
                .map(member -> member.formatted(ANONYMOUS))
                .toList();
        String source = IMPORTS + source(String.join("\n", members));
        List<String> lines = source.lines().toList();
        UserProject.Run run = compile(Jdks.running(), "src/main/java/Server.java", source.substring(IMPORTS.length()));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("// here")) {
                assertThat(run.output())
                        .contains("Server.java:" + (i + 1) + ": error: @ApiKeyProtected protects nothing here");
            }
        }
        assertThat(run.output().split("protects nothing here", -1)).hasSize(members.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@HmacSigned(secret = \"shop\", scheme = SignatureScheme.CANONICAL)",
                "@RateLimited(\"5 per minute\")",
                "@AnyOf(apiKey = {@ApiKeyProtected, @ApiKeyProtected(header = \"X-Other\")})",
            })
    void anAnnotatedLocalClassIsAnErrorToo(String annotation) throws Exception {
        refuses(Jdks.running(), """
                void serve() {
                    %s // here
                    class Local implements HttpHandler {
                        public void handle(HttpExchange exchange) {}
                    }
                    use(new Local());
                }
                """.formatted(annotation), annotation.substring(0, annotation.indexOf('(')));
    }

    @Test
    void aMemberOfALocalClassIsInABodyToo() throws Exception {
        refuses(Jdks.running(), """
                void serve() {
                    class Local {
                        class Member implements HttpHandler {
                            @ApiKeyProtected // here
                            public void handle(HttpExchange exchange) {}
                        }
                    }
                }
                """, "@ApiKeyProtected");
    }

    @Test
    void whatAnAnonymousClassInheritsIsNotEnforcedEither() throws Exception {
        UserProject.Run run = compile(
                Jdks.running(),
                "src/main/java/Server.java",
                HANDLER
                        + source(
                                "Object handler() { return new Handler() { public void handle(HttpExchange e) {} }; }"));
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output()).containsOnlyOnce("error: This class inherits @ApiKeyProtected");
    }

    @Test
    void aStandInThatATestMakesOfAnAnnotatedTypeIsLeftAlone() throws Exception {
        String standIn = source("Object handler() { return new Handler() { public void handle(HttpExchange e) {} }; }");
        UserProject.Run run = compile(Jdks.running(), "src/test/java/Server.java", HANDLER + standIn);
        assertThat(run.output()).doesNotContain("inherits @ApiKeyProtected");
    }

    @Test
    void classesInBodiesWithoutAnnotationsAreLeftAlone() throws Exception {
        UserProject.Run run = compile(Jdks.running(), "src/main/java/Server.java", source("""
                        Object handler() {
                            class Local {
                                @Deprecated
                                public void run() {}
                            }
                            return new Runnable() {
                                @Override
                                public void run() { use(new Local()); }
                            };
                        }
                        """));
        assertThat(run.status()).as(run.output()).isZero();
    }

    private void refuses(Path jdk, String member, String annotation) throws Exception {
        String source = source(member);
        long line = (IMPORTS + source.substring(0, source.indexOf("// here")))
                .lines()
                .count();
        UserProject.Run run = compile(jdk, "src/main/java/Server.java", source);
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output())
                .contains("Server.java:" + line + ": error: " + annotation + " protects nothing here")
                .contains("move it to a member or top-level class")
                .containsOnlyOnce("protects nothing here");
    }

    private UserProject.Run compile(Path jdk, String path, String source) throws Exception {
        List<String> options = List.of("-cp", UserProject.classPath(), "-processorpath", UserProject.processorPath());
        return new UserProject(folder).write(path, IMPORTS + source).javac(jdk, options, path);
    }

    private static String source(String member) {
        return """
                class Server {
                    static void use(Object handler) {}
                    %s
                }
                """.formatted(member);
    }
}
