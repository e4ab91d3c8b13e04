package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds where several declarations meet, and that none is silently weakened. */
class OverridingTest {

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

    /** The guard of C. */
    private String guard(String source) {
        TestCompiler.Result result = TestCompiler.withAdapters(output)
                .source(IMPORTS + source)
                .option("-Werror")
                .compile();
        assertThat(result.success()).as(result.said()).isTrue();
        return result.text("shop/C_Guard.java");
    }

    @Test
    void overridingMethodThatDropsAMechanism() {
        check("""
                class Base { @GetMapping("/a") @ApiKeyProtected String a() { return ""; } }
                @RestController class C extends Base {
                    @Override @GetMapping("/a") ▶@PublicEndpoint(reason = "easier") String a() { return ""; }
                }
                """, "C.a asks for less than Base.a, which it overrides: @ApiKeyProtected there, @PublicEndpoint here");
    }

    @Test
    void overridingMethodThatDropsAScope() {
        check("""
                interface Api { @GetMapping("/a") @ApiKeyProtected(scopes = {"a", "b"}) String a(); }
                @RestController class C implements Api {
                    @Override ▶@ApiKeyProtected(scopes = "a") public String a() { return ""; }
                }
                """, "@ApiKeyProtected with a, b there, @ApiKeyProtected with a here");
    }

    @Test
    void overridingMethodThatDropsOneOfTwoMechanisms() {
        check("""
                interface Api {
                    @GetMapping("/a") @ApiKeyProtected
                    @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop") String a();
                }
                @RestController class C implements Api {
                    @Override ▶@ApiKeyProtected public String a() { return ""; }
                }
                """, "repeat here what is demanded there");
    }

    @Test
    void overridingMethodThatWidensTheWindow() {
        check("""
                interface Api {
                    @GetMapping("/a") @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop") String a();
                }
                @RestController class C implements Api {
                    @Override
                    ▶@HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop", tolerance = "10 minutes")
                    public String a() { return ""; }
                }
                """, "300 seconds) there");
    }

    @Test
    void overridingMethodThatAddsAnAlternative() {
        check("""
                interface Api { @GetMapping("/a") @ApiKeyProtected String a(); }
                @RestController class C implements Api {
                    @Override
                    ▶@AnyOf(apiKey = @ApiKeyProtected,
                            hmac = @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop"))
                    public String a() { return ""; }
                }
                """, "asks for less than Api.a");
    }

    @Test
    void classThatWeakensWhatHoldsForItsInheritedMethod() {
        check("""
                @ApiKeyProtected(scopes = "admin") abstract class Base { @GetMapping("/a") String a() { return ""; } }
                @RestController ▶@ApiKeyProtected class C extends Base {}
                """, "asks for less than Base.a");
    }

    @Test
    void differentMechanismsFromTwoInterfaces() {
        check("""
                interface One { @ApiKeyProtected(scopes = "one") String a(); }
                interface Two { @ApiKeyProtected(scopes = "two") String a(); }
                @RestController class C implements One, Two { @GetMapping public String ▶a() { return ""; } }
                """, "C.a inherits different mechanisms from One.a and Two.a");
    }

    @Test
    void aMistakeInASupertypeOfAnotherCompilationIsReportedAtTheClass() {
        TestCompiler.into(output)
                .processors()
                .option("-proc:none")
                .source(IMPORTS + "public interface Api { @GetMapping @ApiKeyProtected(scopes = \"A\") String a(); }")
                .compile();
        check(
                "@RestController ▶class C implements Api { public String a() { return \"\"; } }",
                "A declaration inherited from shop.Api is wrong: 'A' is not a scope");
    }

    @Test
    void strengtheningIsWelcome() {
        assertThat(guard("""
                                interface Api { @GetMapping("/a") @ApiKeyProtected(scopes = "a") String a(); }
                                @RestController class C implements Api {
                                    @Override
                                    @ApiKeyProtected(scopes = {"a", "b"})
                                    @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop")
                                    public String a() { return ""; }
                                }
                                """)).contains("\"a\", \"b\"").contains("HmacPolicy.of(\"CANONICAL\", \"shop\"");
    }

    @Test
    void implementingMethodInheritsFromItsInterface() {
        assertThat(guard("""
                                interface Api { @GetMapping("/a") @ApiKeyProtected(scopes = "a") String a(); }
                                @RestController class C implements Api { public String a() { return ""; } }
                                """)).contains("ApiKeyPolicy.of(\"X-API-Key\", \"\", \"\", \"a\")");
    }

    @Test
    void inheritedMethodKeepsItsMechanism() {
        assertThat(guard("""
                                abstract class Base<T> {
                                    @GetMapping("/a") @ApiKeyProtected(scopes = "a") T a(T t) { return t; }
                                }
                                @RestController class C extends Base<String> {}
                                """)).contains("EndpointPolicy.of(\"shop.C#a(java.lang.Object)\")");
    }

    @Test
    void classAnnotationOfASupertypeHoldsForNewEndpoints() {
        assertThat(guard("""
                                @ApiKeyProtected(scopes = "admin") abstract class Base {}
                                @RestController class C extends Base { @GetMapping("/a") String a() { return ""; } }
                                """)).contains("\"admin\"");
    }

    @Test
    void methodReplacesTheClassInItsFamilyAlone() {
        String guard = guard("""
                @RestController @ApiKeyProtected(scopes = "all") @RateLimited("60 per minute")
                class C {
                    @GetMapping("/a") @ApiKeyProtected(scopes = "one") String a() { return ""; }
                    @GetMapping("/b") @RateLimited("5 per minute") String b() { return ""; }
                    @GetMapping("/c") @PublicEndpoint(reason = "health check") String c() { return ""; }
                    @GetMapping("/d") @PublicEndpoint(reason = "landing page")
                    @RateLimited(value = "9 per minute", by = LimitBy.ADDRESS) String d() { return ""; }
                }
                """);
        assertThat(guard)
                .containsSubsequence(
                        "C#a()",
                        "\"one\"",
                        "60 per minute",
                        "C#b()",
                        "\"all\"",
                        "5 per minute",
                        "C#d()",
                        "9 per minute")
                .doesNotContain("C#c()")
                .doesNotContain("Verdict c(");
    }
}
