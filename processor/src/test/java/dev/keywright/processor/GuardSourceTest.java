package dev.keywright.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guards themselves: their text, their names, and the shapes of classes they are written for. */
class GuardSourceTest {

    private static final String ORDERS = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            @RequestMapping("/orders")
            @ApiKeyProtected(scopes = "orders:read")
            @RateLimited("60 per minute")
            public class OrderController {
                @GetMapping("/{id}")
                public String find(@PathVariable String id) { return id; }

                @PostMapping
                @ApiKeyProtected(scopes = "orders:write", header = "X-Shop-Key", store = "partners", bodyLimit = "64 KiB")
                @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop-webhook", tolerance = "2 minutes")
                @RateLimited("10 per minute; 100 per hour")
                @RateLimited(value = "1000 per minute", by = LimitBy.GLOBAL)
                public String create(@RequestBody String[] lines, int count) { return ""; }

                @GetMapping("/health")
                @PublicEndpoint(reason = "health check")
                public String health() { return "UP"; }
            }
            """;

    @TempDir
    Path output;

    private TestCompiler.Result compile(String... sources) {
        TestCompiler compiler = TestCompiler.withAdapters(output).option("-Werror");
        List.of(sources).forEach(compiler::source);
        TestCompiler.Result result = compiler.compile();
        assertThat(result.success()).as(result.said()).isTrue();
        return result;
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = GuardSourceTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
        }
    }

    @Test
    void theGuardReadsAsInTheDocumentation() throws IOException {
        TestCompiler.Result result = compile(ORDERS);
        assertThat(result.text("shop/OrderController_Guard.java")).isEqualTo(golden("OrderController_Guard.golden"));
    }

    @Test
    void theListOfEndpointsReadsAsInTheDocumentation() throws IOException {
        TestCompiler.Result result = compile(ORDERS);
        assertThat(result.text("META-INF/keywright/endpoints.json")).isEqualTo(golden("endpoints.golden.json"));
    }

    @Test
    void theSameSourcesGiveTheSameBytesInWhateverOrder() {
        String other = ORDERS.replace("OrderController", "A").replace("package shop", "package a");
        Map<String, String> first = compile(ORDERS, other).generated();
        TestCompiler compiler =
                TestCompiler.withAdapters(output.resolve("again")).source(other).source(ORDERS);
        assertThat(compiler.compile().generated()).isEqualTo(first).hasSize(3);
    }

    @Test
    void theGuardIsPublicAndBuiltFromKeywrightAlone() throws Exception {
        TestCompiler.Result result = compile("""
                package shop;
                @dev.keywright.annotations.ApiKeyProtected
                class Hidden implements com.sun.net.httpserver.HttpHandler {
                    public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                }
                """);
        try (URLClassLoader loader = result.loader()) {
            Class<?> guard = loader.loadClass("shop.Hidden_Guard");
            assertThat(Modifier.isPublic(guard.getModifiers())).isTrue();
            assertThat(Modifier.isFinal(guard.getModifiers())).isTrue();
            assertThat(guard.getConstructors()).hasSize(1);
            assertThat(guard.getConstructors()[0].getParameterTypes())
                    .containsExactly(loader.loadClass("dev.keywright.runtime.Keywright"));
            assertThat(guard.getMethod("protect", loader.loadClass("com.sun.net.httpserver.HttpHandler")))
                    .isNotNull();
        }
    }

    @Test
    void overloadsGetDistinctMethodsAndKeepTheirParameters() {
        String guard = compile("""
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                import java.util.*;
                @RestController @ApiKeyProtected class C<T extends Number> {
                    class Inner {}
                    @PostMapping("/1") void add(int one) {}
                    @PostMapping("/2") void add(long[][] two, String... more) {}
                    @PostMapping("/3") void add(Map.Entry<String, T> three, Inner inner) {}
                    @PostMapping("/4") void add(T four) {}
                    @PostMapping("/5") <U extends List<T> & Runnable> void add(U five, T[] more) {}
                    @PostMapping("/6") void add2() {}
                    @PostMapping("/7") void toString(String seven) {}
                    @PostMapping("/8") void digest() {}
                    @PostMapping("/9") void add_2() {}
                }
                """).text("shop/C_Guard.java");
        assertThat(guard)
                .contains("\"add\", List.of(\"int\"), this::add")
                .contains("\"add\", List.of(\"[[J\", \"[Ljava.lang.String;\"), this::add")
                .contains("\"add\", List.of(\"java.util.Map$Entry\", \"shop.C$Inner\"), this::add")
                .contains("\"add\", List.of(\"java.lang.Number\"), this::add")
                .contains("\"add\", List.of(\"java.util.List\", \"[Ljava.lang.Number;\"), this::add")
                .contains("\"add2\", List.of(), this::add2")
                .contains("Verdict add(", "Verdict add2(", "Verdict add3(", "Verdict add4(", "Verdict add5(")
                .contains("Verdict add6(", "Verdict toString(", "Verdict digest(Exchange", "Verdict add_2(");
    }

    @Test
    void nestedGenericAndPackagePrivateClassesRecordsAndEnumsHaveTheirGuards() throws Exception {
        TestCompiler.Result result = compile(
                """
                package shop;
                import com.sun.net.httpserver.*;
                import dev.keywright.annotations.*;
                class Outer {
                    private static class Hidden implements HttpHandler {
                        @ApiKeyProtected public void handle(HttpExchange exchange) {}
                    }
                    interface Shelf {
                        @ApiKeyProtected record Item(String name) implements HttpHandler {
                            public void handle(HttpExchange exchange) {}
                        }
                    }
                    @ApiKeyProtected enum Kind implements HttpHandler {
                        ONE;
                        public void handle(HttpExchange exchange) {}
                    }
                    class Generic<T> implements HttpHandler {
                        @ApiKeyProtected public void handle(HttpExchange exchange) {}
                    }
                    static class Default implements HttpHandler {
                        public void handle(HttpExchange exchange) {}
                    }
                }
                """,
                "class Rootless_ implements com.sun.net.httpserver.HttpHandler {"
                        + " @dev.keywright.annotations.ApiKeyProtected"
                        + " public void handle(com.sun.net.httpserver.HttpExchange exchange) {} }");
        try (URLClassLoader loader = result.loader()) {
            for (String name : List.of(
                    "shop.Outer$Hidden",
                    "shop.Outer$Shelf$Item",
                    "shop.Outer$Kind",
                    "shop.Outer$Generic",
                    "Rootless_")) {
                assertThat(loader.loadClass(name + "_Guard").getName()).isEqualTo(name + "_Guard");
            }
        }
        assertThat(result.wrote("shop/Outer$Default_Guard.java")).isFalse();
    }

    @Test
    void anEndpointWithLimitsAloneChecksTransportAndLimits() {
        String guard = compile("""
                package shop;
                import dev.keywright.annotations.*;
                class C implements com.sun.net.httpserver.HttpHandler {
                    @RateLimited(value = "5 per minute", by = LimitBy.ADDRESS)
                    public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                }
                """).text("shop/C_Guard.java");
        assertThat(guard.lines().filter(line -> line.contains("attempt.")).map(String::strip))
                .containsExactly(
                        "if (!attempt.transportAllowed()) {",
                        "return attempt.denied();",
                        "if (!attempt.withinOpenLimits()) {",
                        "return attempt.denied();",
                        "return attempt.admitted();");
    }

    @Test
    void aClassOfTheGuardsNameIsAnError() {
        TestCompiler.Result result = TestCompiler.withAdapters(output)
                .source("package shop; class C_Guard {}")
                .source("""
                        package shop;
                        class C implements com.sun.net.httpserver.HttpHandler {
                            @dev.keywright.annotations.ApiKeyProtected
                            public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                        }
                        """)
                .compile();
        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().get(0).toString())
                .contains("C_Guard", "rename it")
                .contains("C.java:2");
    }

    @Test
    void typesThatAnotherProcessorWritesAreAwaited() {
        TestCompiler.Result result = TestCompiler.withAdapters(output)
                .processors(new GuardProcessor(), new WritingProcessor())
                .source("""
                        package shop;
                        import dev.keywright.annotations.*;
                        import org.springframework.web.bind.annotation.*;
                        @RestController class C extends Written implements WrittenApi {
                            @PostMapping("/c") @ApiKeyProtected String create(Written body) { return ""; }
                            public String inherited() { return ""; }
                        }
                        """)
                .compile();
        assertThat(result.success()).as(result.said()).isTrue();
        assertThat(result.text("shop/C_Guard.java"))
                .contains("List.of(\"shop.Written\")")
                .contains("C#inherited()");
    }

    @Test
    void handlersOfAnAdapterOfOnesOwnAreNamedByAnOption() {
        TestCompiler compiler = TestCompiler.into(output)
                .option("-Akeywright.handlers=acme.Endpoint, acme.Command")
                .source("package acme; public interface Endpoint { String answer(String question); }")
                .source("package acme; public @interface Command {}")
                .source("""
                        package shop;
                        import dev.keywright.annotations.*;
                        class C implements acme.Endpoint {
                            @ApiKeyProtected public String answer(String question) { return question; }
                        }
                        """)
                .source("""
                        package shop;
                        import dev.keywright.annotations.*;
                        class D { @acme.Command @ApiKeyProtected void run() {} }
                        """);
        TestCompiler.Result result = compiler.compile();
        assertThat(result.success()).as(result.said()).isTrue();
        assertThat(result.text("shop/C_Guard.java")).contains("C#answer(java.lang.String)");
        assertThat(result.text("shop/D_Guard.java")).contains("D#run()");
    }

    @Test
    void codeThatDoesNotCompileIsLeftToTheCompiler() {
        TestCompiler.Result result =
                TestCompiler.withAdapters(output).source("""
                        package shop;
                        import dev.keywright.annotations.*;
                        class C implements com.sun.net.httpserver.HttpHandler {
                            @ApiKeyProtected(scopes = MISSING) @HmacSigned @RateLimited(value = "1 per day", by = LimitBy.NOBODY)
                            @AnyOf(apiKey = 1)
                            public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                        }
                        """).compile();
        assertThat(result.success()).isFalse();
        assertThat(result.said()).doesNotContain("Keywright failed").doesNotContain("<error>");
        assertThat(result.wrote("shop/C_Guard.java")).isFalse();
    }

    @Test
    void noWarningIsAddedToABuildThatIsStrict() {
        TestCompiler.Result result = TestCompiler.withAdapters(output)
                .option("-Xlint:all,-path,-classfile", "-Werror")
                .source("""
                        package shop;
                        class C implements com.sun.net.httpserver.HttpHandler {
                            @dev.keywright.annotations.ApiKeyProtected
                            public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                        }
                        """)
                .compile();
        assertThat(result.diagnostics()).as(result.said()).isEmpty();
        assertThat(result.success()).isTrue();
    }
}
