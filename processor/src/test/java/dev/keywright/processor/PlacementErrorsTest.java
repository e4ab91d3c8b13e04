package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An annotation that nothing would enforce is an error where it stands. */
class PlacementErrorsTest {

    private static final String IMPORTS = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            """;

    @TempDir
    Path output;

    private void check(String source, String... messages) {
        ExpectedErrors.check(TestCompiler.withAdapters(output), IMPORTS + source, messages);
    }

    @Test
    void privateMethod() {
        check(
                "@RestController class C { @GetMapping ▶@ApiKeyProtected private String a() { return \"\"; } }",
                "make the method package-private or public");
    }

    @Test
    void staticMethod() {
        check(
                "@RestController class C { @GetMapping ▶@ApiKeyProtected static String a() { return \"\"; } }",
                "make it an instance method");
    }

    @Test
    void abstractMethodOfAClass() {
        check(
                "@RestController abstract class C { @GetMapping ▶@ApiKeyProtected abstract String a(); }",
                "put it on the method that implements this one");
    }

    @Test
    void methodWithoutRouteInAController() {
        check("""
                @RestController class C {
                    @GetMapping String a() { return ""; }
                    ▶@ApiKeyProtected String b() { return ""; }
                }
                """, "Spring MVC never calls C.b for a request; give it a route such as @GetMapping");
    }

    @Test
    void methodOfAHandlerThatIsNotHandle() {
        check("""
                class C implements com.sun.net.httpserver.HttpHandler {
                    public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                    ▶@ApiKeyProtected public void handle(String other) {}
                }
                """, "override that");
    }

    @Test
    void methodOfAServletThatIsNoDoMethod() {
        check("""
                class C extends jakarta.servlet.http.HttpServlet {
                    private static final long serialVersionUID = 1;
                    ▶@ApiKeyProtected @Override public void init() {}
                }
                """, "the endpoints of a servlet are doGet, doPost and the like");
    }

    @Test
    void methodOfAClassThatNoFrameworkCalls() {
        check("class C { ▶@ApiKeyProtected String a() { return \"\"; } }", "C is no handler of a framework");
    }

    @Test
    void classThatNoFrameworkCalls() {
        check("▶@ApiKeyProtected class C { String a() { return \"\"; } }", "C is no handler of a framework");
    }

    @Test
    void classWithoutEndpoints() {
        check("""
                ▶@ApiKeyProtected class C extends jakarta.servlet.http.HttpServlet {
                    private static final long serialVersionUID = 1;
                }
                """, "holds for the endpoint methods of C, but there are none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApiKeyProtected", "RateLimited(\"1 per day\")", "HmacSigned(secret = \"a\")"})
    void annotationOnAnAnnotation(String annotation) {
        check(
                "▶@" + annotation.replace("secret", "scheme = SignatureScheme.CANONICAL, secret") + " @interface C {}",
                "is not read through another annotation");
    }

    @Test
    void annotationOnAClientInterface() {
        TestCompiler compiler = TestCompiler.withAdapters(output)
                .source("package org.springframework.cloud.openfeign; public @interface FeignClient {}");
        ExpectedErrors.check(compiler, IMPORTS + """
                        @org.springframework.cloud.openfeign.FeignClient
                        interface C { @GetMapping ▶@ApiKeyProtected String a(); }
                        """, "describes calls that the application makes");
    }

    @Test
    void inheritedAnnotationOnAMethodThatNoFrameworkCalls() {
        check("""
                interface Api { @ApiKeyProtected String a(); }
                class C implements Api { public String ▶a() { return ""; } }
                """, "which C.a inherits from Api.a: no framework calls C.a for a request");
    }

    @Test
    void inheritedAnnotationOfAClassThatNoFrameworkCalls() {
        check(
                "@ApiKeyProtected interface Api { String a(); } ▶class C implements Api { public String a() { return \"\"; } }",
                "C is no handler of a framework");
    }

    @Test
    void oneClassIsAbandonedAndTheOthersAreStillGuarded() {
        TestCompiler compiler = TestCompiler.withAdapters(output);
        ExpectedErrors.check(compiler, IMPORTS + """
                        @RestController class A { @GetMapping("/a") ▶@ApiKeyProtected private String a() { return ""; } }
                        @RestController class B { @GetMapping("/b") @ApiKeyProtected String b() { return ""; } }
                        @RestController class C { @GetMapping("/c") @ApiKeyProtected(scopes = ▶"!") String c() { return ""; } }
                        """, "private", "is not a scope");
        assertThat(output.resolve("shop/B_Guard.java")).exists();
        assertThat(output.resolve("shop/A_Guard.java")).doesNotExist();
        assertThat(output.resolve("shop/C_Guard.java")).doesNotExist();
    }
}
