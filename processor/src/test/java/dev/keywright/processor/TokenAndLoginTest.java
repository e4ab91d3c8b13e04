package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.processor.GuardRunTest.Request;
import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.GuardRegistry;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @BearerProtected} and {@code @LoginProtected}: errors, guards, the index, and guards that run. */
class TokenAndLoginTest {

    private static final String SESSIONS = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class C {
                @PostMapping("/login") @LoginProtected(account = "/user/email", failures = "3 per hour", bodyLimit = "2 KiB")
                void login() {}
                @PostMapping("/read") @BearerProtected(scopes = {"orders:read", "orders:list"}, verifier = "partners", bodyLimit = "1 KiB")
                void read() {}
                @PostMapping("/either") @AnyOf(apiKey = @ApiKeyProtected, bearer = @BearerProtected(scopes = "orders:read"))
                void either() {}
                @PostMapping("/step-up") @BearerProtected @LoginProtected(account = "username")
                void stepUp() {}
            }
            """;

    @TempDir
    Path output;

    private void check(String annotations, String... messages) {
        ExpectedErrors.check(TestCompiler.withAdapters(output), """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Sessions {
                    @PostMapping("/sessions")
                    %s
                    String open() { return ""; }
                }
                """.formatted(annotations), messages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "@BearerProtected(scopes = ▶\"Orders Read\") ~ 'Orders Read' is not a scope",
                "@BearerProtected(scopes = {\"a\", ▶\"a\"}) ~ The scope 'a' stands here twice",
                "@BearerProtected(verifier = ▶\"My Verifier\") ~ 'My Verifier' is not a name",
                "@BearerProtected(bodyLimit = ▶\"big\") ~ 'big'",
                "@LoginProtected(account = ▶\"\") ~ must say where the body names the account",
                "@LoginProtected(account = ▶\"$.user.email\") ~ must say where the body names the account",
                "@LoginProtected(account = ▶\"/user//email\") ~ is not a JSON pointer",
                "@LoginProtected(account = \"user\", failures = ▶\"five\") ~ 'five' is not a limit",
                "@LoginProtected(account = \"user\", failures = ▶\"0 per hour\") ~ admits no call",
                "@LoginProtected(account = \"user\", failures = ▶\"5 per hour; 9 per day\") ~ write one limit",
                "@LoginProtected(account = \"user\", failures = ▶\"5 per 3 days\") ~ in at most a day",
                "@LoginProtected(account = \"user\", bodyLimit = ▶\"\") ~ ''",
                "@PublicEndpoint(reason = ▶\" \") @LoginProtected(account = \"user\") ~ is blank",
                "@AnyOf(bearer = {@BearerProtected, ▶@BearerProtected(verifier = \"x\")}) ~ only one place for it",
                "@AnyOf(bearer = @BearerProtected(scopes = ▶\"A\"), apiKey = @ApiKeyProtected) ~ 'A' is not a scope",
            })
    void aWrongValueIsAnErrorAtTheValue(String annotation, String message) {
        check(annotation, message);
    }

    @Test
    void twoBearerTokensHaveOneHeaderOnly() {
        check(
                "@BearerProtected @AnyOf(bearer = ▶@BearerProtected, apiKey = @ApiKeyProtected)",
                "only one place for it");
    }

    @Test
    void aLogInWithoutABodyCouldNotBeCounted() {
        ExpectedErrors.check(TestCompiler.withAdapters(output), """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Sessions {
                    @GetMapping("/login") ▶@LoginProtected(account = "user") String form() { return ""; }
                }
                """, "Sessions.form answers GET, which has none");
    }

    @Test
    void aClassesLogInProtectionSparesWhatIsOpenOnPurposeAndNothingElse() {
        String source = """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController @LoginProtected(account = "user")
                class C {
                    @GetMapping("/login") @PublicEndpoint(reason = "the form") String form() { return ""; }
                    @PostMapping("/login") String login() { return ""; }
                    @PostMapping("/code") @LoginProtected(account = "/phone") @PublicEndpoint(reason = "checks a code")
                    String code() { return ""; }
                }
                """;
        TestCompiler.Result result = TestCompiler.withAdapters(output)
                .source(source)
                .option("-Werror")
                .compile();
        assertThat(result.success()).as(result.said()).isTrue();
        assertThat(result.text("shop/C_Guard.java"))
                .contains(".login(LoginPolicy.of(\"user\", \"5 per 15 minutes\", \"64 KiB\"))")
                .contains(".login(LoginPolicy.of(\"/phone\", \"5 per 15 minutes\", \"64 KiB\"))")
                .doesNotContain("form");
        ExpectedErrors.check(
                TestCompiler.withAdapters(output),
                source.replace("@PublicEndpoint(reason = \"the form\") String ", "String ▶"),
                "C.form answers GET");
    }

    @Test
    void droppingABearerTokenOrOneOfItsScopesIsAnError() {
        ExpectedErrors.check(
                TestCompiler.withAdapters(output),
                """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                interface Api {
                    @PostMapping("/a") @BearerProtected(scopes = {"a", "b"}) String a();
                    @PostMapping("/b") @BearerProtected String b();
                    @PostMapping("/c") @BearerProtected(verifier = "partners") String c();
                    @PostMapping("/d") @BearerProtected(scopes = "a") String d();
                }
                @RestController class C implements Api {
                    @Override ▶@BearerProtected(scopes = "a") public String a() { return ""; }
                    @Override ▶@ApiKeyProtected public String b() { return ""; }
                    @Override ▶@BearerProtected public String c() { return ""; }
                    @Override @BearerProtected(scopes = {"b", "a"}) public String d() { return ""; }
                }
                """,
                "@BearerProtected with a, b there, @BearerProtected with a here",
                "@BearerProtected there, @ApiKeyProtected here",
                "@BearerProtected by verifier partners there, @BearerProtected here");
    }

    @Test
    void aRuntimeThatDoesNotEnforceThemIsAnError() {
        ExpectedErrors.check(
                TestCompiler.into(output)
                        .without("dev.keywright.runtime.Guard")
                        .source(TestCompiler.SPRING_ADAPTER)
                        .source(TestCompiler.SPRING_BOOT)
                        .source("package dev.keywright.runtime; public interface Guard {}"),
                """
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class C {
                    @PostMapping("/a") ▶@BearerProtected String a() { return ""; }
                    @PostMapping("/b") ▶@LoginProtected(account = "user") String b() { return ""; }
                    @PostMapping("/c") ▶@HmacSigned(secret = "shop") String c() { return ""; }
                }
                """,
                "does not enforce @BearerProtected",
                "does not enforce @LoginProtected",
                "does not verify the scheme RFC_9421");
    }

    private TestCompiler.Result compile() {
        TestCompiler.Result result = TestCompiler.withAdapters(output)
                .source(SESSIONS)
                .option("-Werror")
                .compile();
        assertThat(result.success()).as(result.said()).isTrue();
        return result;
    }

    @Test
    void theGuardTakesTheirStepsInOrder() {
        String guard = compile().text("shop/C_Guard.java");
        assertThat(guard)
                .contains(".bearer(BearerPolicy.of(\"partners\", \"1 KiB\", \"orders:read\", \"orders:list\"))")
                .contains("BearerPolicy.of(\"\", \"\", \"orders:read\"))")
                .contains(".login(LoginPolicy.of(\"/user/email\", \"3 per hour\", \"2 KiB\"))");
        assertThat(steps(guard, "login"))
                .isEqualTo("transportAllowed withinOpenLimits bodyCaptured loginAllowed admitted");
        assertThat(steps(guard, "read"))
                .isEqualTo("transportAllowed withinOpenLimits bearerPresented credentialsKnown bodyCaptured"
                        + " inGoodStanding scopesHeld admitted");
        assertThat(steps(guard, "either"))
                .isEqualTo("transportAllowed withinOpenLimits oneCredentialPresented credentialsKnown inGoodStanding"
                        + " scopesHeld admitted");
        assertThat(steps(guard, "stepUp"))
                .isEqualTo("transportAllowed withinOpenLimits bearerPresented credentialsKnown bodyCaptured"
                        + " inGoodStanding loginAllowed admitted");
    }

    private static String steps(String guard, String method) {
        int start = guard.indexOf("public Verdict " + method + "(");
        String body = guard.substring(start, guard.indexOf("\n    }", start));
        List<String> steps = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            int call = line.indexOf("attempt.");
            if (call >= 0 && !line.contains("denied")) {
                steps.add(line.substring(call + "attempt.".length(), line.indexOf("()", call)));
            }
        }
        return String.join(" ", steps);
    }

    @Test
    void theIndexListsThem() {
        String index = compile().text("META-INF/keywright/endpoints.json");
        Json.check(index);
        assertThat(index)
                .contains(
                        "\"access\":\"login\",\"credentials\":[],\"anyOf\":[],\"limits\":[],"
                                + "\"login\":{\"account\":\"/user/email\",\"failures\":\"3 per hour\",\"bodyLimit\":\"2 KiB\"}}")
                .contains(
                        "{\"mechanism\":\"bearer\",\"verifier\":\"partners\",\"scopes\":[\"orders:read\",\"orders:list\"],"
                                + "\"bodyLimit\":\"1 KiB\"}");
    }

    private GuardedEndpoint endpoint(GuardRegistry registry, Class<?> type, String method) {
        return Stream.of(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .flatMap(each -> registry.endpoint(type, each))
                .orElseThrow();
    }

    private static int status(Verdict verdict) {
        return verdict instanceof Denied denied ? denied.status() : 200;
    }

    @Test
    void theGuardsRun() throws Exception {
        TokenService tokens = TokenService.builder(new MemoryTokenStore()).build();
        NewApiKey key = ApiKeys.create("shop", "acme");
        String token = tokens.issue("ada", Set.of("orders:*")).accessToken();
        try (URLClassLoader loader = compile().loader();
                Keywright keywright = Keywright.builder()
                        .bearerVerifier(tokens)
                        .bearerVerifier("partners", tokens)
                        .keyStore(new MemoryKeyStore().put(key.record()))
                        .auditSink(event -> {})
                        .build()) {
            Class<?> type = loader.loadClass("shop.C");
            GuardRegistry registry = GuardRegistry.load(loader, keywright, List.of(type));
            GuardedEndpoint read = endpoint(registry, type, "read");
            assertThat(status(read.check(new Request("/read")))).isEqualTo(401);
            assertThat(status(read.check(bearer("/read", token)))).isEqualTo(200);
            GuardedEndpoint either = endpoint(registry, type, "either");
            assertThat(status(either.check(bearer("/either", token).header("X-API-Key", key.key()))))
                    .isEqualTo(401);
            assertThat(status(either.check(bearer("/either", token)))).isEqualTo(200);
            assertThat(status(either.check(new Request("/either").header("X-API-Key", key.key()))))
                    .isEqualTo(200);
            GuardedEndpoint login = endpoint(registry, type, "login");
            for (int i = 0; i < 2; i++) {
                Verdict verdict = login.check(login("{\"user\":{\"email\":\"ada\"}}"));
                assertThat(status(verdict)).isEqualTo(200);
                ((Admitted) verdict).completed(Outcome.REFUSED);
            }
            assertThat(status(login.check(login("{\"user\":{\"email\":\"ada\"}}"))))
                    .isEqualTo(429);
            assertThat(status(login.check(login("{\"user\":{}}")))).isEqualTo(400);
            GuardedEndpoint stepUp = endpoint(registry, type, "stepUp");
            Request form = new Request("/step-up")
                    .body("username=ada")
                    .header("Content-Type", "application/x-www-form-urlencoded");
            assertThat(status(stepUp.check(form))).isEqualTo(401);
            assertThat(status(stepUp.check(form.header("Authorization", "Bearer " + token))))
                    .isEqualTo(200);
        }
    }

    private static Request bearer(String path, String token) {
        return new Request(path).header("Authorization", "Bearer " + token);
    }

    private static Request login(String body) {
        return new Request("/login").body(body).header("Content-Type", "application/json");
    }
}
