package dev.keywright.processor.host.ecj;

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

/** What asks for a guard inside of a body stops an ecj build as it stops one by javac. */
class EcjLocalGuardsTest {

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

    @TempDir
    private Path folder;

    static Stream<Path> jdks() {
        return Stream.concat(Stream.of(Jdks.running()), Jdks.jdk25().stream()).distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void anAnnotationInAClassInsideOfABodyIsAnErrorWhereItStands(Path jdk) throws Exception {
        String members = String.join(
                "\n",
                "Object field = " + ANONYMOUS + ";",
                "static { use(" + ANONYMOUS + "); }",
                "Runnable lambda = () -> use(" + ANONYMOUS + ");",
                "Object outer() { return new Object() { Object inner = " + ANONYMOUS + "; }; }",
                "enum Kind { A { Object handler() { return " + ANONYMOUS + "; } } }",
                """
                void serve() {
                    @RateLimited("5 per minute") // here
                    class Local implements HttpHandler {
                        public void handle(HttpExchange exchange) {}
                        class Member implements HttpHandler {
                            @ApiKeyProtected // here
                            public void handle(HttpExchange exchange) {}
                        }
                    }
                    use(new Local());
                }
                """);
        String source = source(members);
        UserProject.Run run = compile(jdk, "src/main/java/Server.java", source);
        assertThat(run.status()).as(run.output()).isNotZero();
        List<String> lines = source.lines().toList();
        int expected = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("// here")) {
                expected++;
                assertThat(run.output()).contains("Server.java (at line " + (i + 1) + ")");
            }
        }
        assertThat(run.output().split("protects nothing here", -1)).hasSize(expected + 1);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatAnAnonymousClassInheritsIsNotEnforcedEither(Path jdk) throws Exception {
        UserProject.Run run = compile(
                jdk,
                "src/main/java/Server.java",
                source("Object handler() { return new Handler() { public void handle(HttpExchange e) {} }; }")
                        + HANDLER);
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output()).containsOnlyOnce("This class inherits @ApiKeyProtected");
    }

    @Test
    void theGuardOfASuperclassIsTheClassesToo() throws Exception {
        UserProject.Run run = compile(Jdks.running(), "src/main/java/Server.java", source("""
                        static class Base implements Handler { public void handle(HttpExchange e) {} }
                        Object handler() { return new Base() {}; }
                        """) + HANDLER);
        assertThat(run.output()).doesNotContain("This class inherits");
    }

    @Test
    void aStandInThatATestMakesOfAnAnnotatedTypeIsLeftAlone() throws Exception {
        String standIn = source("Object handler() { return new Handler() { public void handle(HttpExchange e) {} }; }");
        UserProject.Run run = compile(Jdks.running(), "src/test/java/Server.java", standIn + HANDLER);
        assertThat(run.output()).doesNotContain("This class inherits");
    }

    @Test
    void classesInBodiesWithoutAnnotationsAndNamesWithADollarAreLeftAlone() throws Exception {
        UserProject.Run run = compile(Jdks.running(), "src/main/java/Server.java", source("""
                        static class With$Dollar { @Deprecated void run() {} }
                        Object handler() {
                            class Local { @Deprecated public void run() {} }
                            return new Runnable() { @Override public void run() { use(new Local()); } };
                        }
                        """));
        assertThat(run.status()).as(run.output()).isZero();
    }

    @Test
    void whatIsNestedTooDeeplyToBeReadIsSaidToBe() throws Exception {
        String shallow = nested(8, "use(this);");
        UserProject.Run read = compile(Jdks.running(), "src/main/java/Server.java", source(shallow));
        assertThat(read.output()).doesNotContain("not read");
        UserProject.Run unread =
                compile(Jdks.running(), "src/main/java/Server.java", source(nested(14, "use(\"@Deprecated\");")));
        assertThat(unread.status()).as(unread.output()).isZero();
        assertThat(unread.output()).containsOnlyOnce("more than 10 deep").contains("WARNING in");
    }

    @Test
    void anAnnotationThatIsNestedTooDeeplyToBeReadStopsTheBuild() throws Exception {
        UserProject.Run run =
                compile(Jdks.running(), "src/main/java/Server.java", source(nested(14, "use(" + ANONYMOUS + ");")));
        assertThat(run.status()).as(run.output()).isNotZero();
        assertThat(run.output()).containsOnlyOnce("protect nothing; move the class");
    }

    private static String nested(int depth, String inside) {
        return "void nest() {\n" + "use(new Object() { void run() {\n".repeat(depth) + inside + "\n"
                + "} });\n".repeat(depth) + "}";
    }

    private UserProject.Run compile(Path jdk, String path, String source) throws Exception {
        UserProject project = new UserProject(folder).write(path, source).write("adapter/JdkHttpGuards.java", """
                package dev.keywright.adapters.jdkhttp;
                import com.sun.net.httpserver.HttpHandler;
                public class JdkHttpGuards {
                    public static HttpHandler protect(Object guard, HttpHandler handler) { return handler; }
                }
                """);
        return project.ecj(
                List.of(jdk.resolve("bin/java").toString()),
                UserProject.classPath(),
                UserProject.processorPath(),
                path,
                "adapter/JdkHttpGuards.java");
    }

    private static String source(String members) {
        return """
                import com.sun.net.httpserver.*; import dev.keywright.annotations.*;
                class Server {
                    static void use(Object handler) {}
                    %s
                }
                """.formatted(members);
    }
}
