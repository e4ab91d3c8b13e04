package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever would have to enforce an annotation and is absent is an error at the annotation. */
class AdapterErrorsTest {

    private static final String CONTROLLER = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            @RestController class C { @GetMapping ▶@ApiKeyProtected String a() { return ""; } }
            """;

    private static final String HANDLER = """
            package shop;
            ▶@dev.keywright.annotations.ApiKeyProtected
            class C implements com.sun.net.httpserver.HttpHandler {
                public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
            }
            """;

    @TempDir
    Path output;

    private TestCompiler compiler() {
        return TestCompiler.into(output);
    }

    @Test
    void springMvcWithoutItsAdapter() {
        ExpectedErrors.check(compiler(), CONTROLLER, "add the dependency dev.keywright:keywright-spring");
    }

    @Test
    void springMvcWithoutSpringBootWhichStartsTheAdapter() {
        ExpectedErrors.check(
                compiler().source(TestCompiler.SPRING_ADAPTER),
                CONTROLLER,
                "org.springframework.boot:spring-boot-autoconfigure");
    }

    @Test
    void springWebFluxHasNoAdapterInThisVersion() {
        ExpectedErrors.check(
                compiler()
                        .without("org.springframework.web.servlet.DispatcherServlet")
                        .with("org.springframework.web.reactive.DispatcherHandler")
                        .source(TestCompiler.SPRING_ADAPTER),
                CONTROLLER,
                "this version of Keywright has no adapter for Spring WebFlux");
    }

    @Test
    void httpHandlerWithoutItsAdapter() {
        ExpectedErrors.check(compiler(), HANDLER, "add the dependency dev.keywright:keywright-jdk-http");
    }

    @Test
    void servletWithoutItsAdapter() {
        ExpectedErrors.check(compiler(), """
                package shop;
                import jakarta.servlet.http.*;
                class C extends HttpServlet {
                    private static final long serialVersionUID = 1;
                    ▶@dev.keywright.annotations.ApiKeyProtected
                    @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
                }
                """, "this version of Keywright has no adapter for Jakarta Servlet");
    }

    @Test
    void jakartaRestWithoutItsAdapter() {
        ExpectedErrors.check(compiler(), """
                package shop;
                import jakarta.ws.rs.*;
                @Path("/c") class C {
                    @GET ▶@dev.keywright.annotations.ApiKeyProtected public String a() { return ""; }
                }
                """, "this version of Keywright has no adapter for Jakarta REST");
    }

    @Test
    void runtimeIsMissing() {
        ExpectedErrors.check(
                compiler().without("dev.keywright.runtime.Guard").source(TestCompiler.SPRING_ADAPTER),
                CONTROLLER,
                "keywright-runtime is not on the class path");
    }

    @Test
    void inheritedAnnotationIsReportedAtTheClass() {
        ExpectedErrors.check(compiler(), """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                interface Api { @GetMapping("/a") @ApiKeyProtected String a(); }
                @RestController ▶class C implements Api { public String a() { return ""; } }
                """, "add the dependency dev.keywright:keywright-spring");
    }

    @Test
    void anInterfaceOfASharedModuleNeedsNoAdapter() {
        TestCompiler.Result result = compiler().source("""
                        package shop;
                        import dev.keywright.annotations.*;
                        import org.springframework.web.bind.annotation.*;
                        public interface Api { @GetMapping("/a") @ApiKeyProtected String a(); }
                        """).compile();
        assertThat(result.diagnostics()).as(result.said()).isEmpty();
    }

    @Test
    void handlersWithoutAnnotationsNeedNeitherAdapterNorRuntime() {
        TestCompiler.Result result = compiler()
                .without("dev.keywright.runtime.Guard")
                .source(CONTROLLER.replace("▶@ApiKeyProtected", ""))
                .compile();
        assertThat(result.success()).as(result.said()).isTrue();
        assertThat(result.generated()).containsOnlyKeys("META-INF/keywright/endpoints.json");
    }
}
