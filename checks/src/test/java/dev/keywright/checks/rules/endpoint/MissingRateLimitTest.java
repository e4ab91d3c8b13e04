package dev.keywright.checks.rules.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingRateLimitTest {

    private static final RuleTester TESTER = RuleTester.of(MissingRateLimit.class);

    @Test
    void limitedEndpointsAreSilent() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController @ApiKeyProtected
                class Orders {
                    @GetMapping("/a") @RateLimited("60 per minute") String a() { return ""; }
                    @PostMapping("/b") @HmacSigned(secret = "s") @RateLimited(value = "9 per day", by = LimitBy.GLOBAL) void b() {}
                    @PostMapping("/login") @LoginProtected(account = "user") void login(@RequestParam String user, @RequestParam String password) {}
                    @GetMapping("/c") @PublicEndpoint(reason = "health") String c() { return ""; }
                }
                @RestController @RateLimited("5 per second") @ApiKeyProtected
                class Others { @GetMapping("/o") String o() { return ""; } }
                """);
    }

    @Test
    void otherLibrariesLimitsAreLimits() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.*;
                import io.github.bucket4j.Bucket;
                import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
                import org.springframework.web.bind.annotation.*;
                @RestController @ApiKeyProtected
                class Orders {
                    Bucket bucket;
                    LoginAttemptService loginAttempts;
                    @GetMapping("/a") @RateLimiter(name = "orders") String a() { return ""; }
                    @GetMapping("/b") String b() { return bucket.tryConsume(1) ? "" : null; }
                    @GetMapping("/c") String c() { return brake(); }
                    @PostMapping("/login") void d(@RequestParam String password) { loginAttempts.check(password); }
                    @GetMapping("/e") @Throttled(60) String e() { return ""; }
                    private String brake() { bucket.tryConsume(1); return ""; }
                }
                class LoginAttemptService { void check(String who) {} }
                @interface Throttled { int value(); }
                """);
    }

    @Test
    void aLimiterBeforeAllEndpointsOfTheModuleSuffices() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import org.springframework.web.bind.annotation.*;
                @RestController class Orders { @ApiKeyProtected @GetMapping("/a") String a() { return ""; } }
                """, """
                package shop;
                import org.springframework.web.filter.OncePerRequestFilter;
                class RateLimitFilter extends OncePerRequestFilter {}
                """);
    }

    @Test
    void pathsThatAreLimitedElsewhereAreSilent() {
        Settings settings = Settings.builder().limitedElsewhere("/internal/**").build();
        TESTER.with(settings).check("""
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import org.springframework.web.bind.annotation.*;
                @RestController @ApiKeyProtected
                class Orders {
                    @GetMapping("/internal/a") String a() { return ""; }
                    @GetMapping({"/internal/b", "/b"}) String b() { return ""; } // BUG: MissingRateLimit
                }
                """);
    }

    @Test
    void oneSignIsNotEnoughToBeALogin() {
        TESTER.check("""
                package shop;
                import java.util.List;
                import org.springframework.stereotype.Controller;
                import org.springframework.web.bind.annotation.*;
                @Controller
                class Pages {
                    @GetMapping("/login") String loginPage() { return "login"; }
                    @GetMapping("/login/history") List<String> history(@RequestParam int page) { return List.of(); }
                    @PostMapping("/logout") void logout() {}
                    @PostMapping("/users") void register(@RequestBody NewUser user) {}
                    @GetMapping("/tokens/{id}") String token(@PathVariable String id) { return ""; }
                    @DeleteMapping("/sessions/{id}") void end(@PathVariable String id) {}
                    @GetMapping("/author") String author(@RequestParam String name) { return ""; }
                    @PostMapping("/countries/code") void code(@RequestParam String code) {}
                    @GetMapping("/forgot-password") String forgot() { return "forgot"; }
                    @PostMapping("/pins") void pin(@RequestParam String code) {}
                }
                class NewUser { String name; String password; }
                """);
    }

    @Test
    void openEndpointsThatCheckNothingAreSilent() {
        TESTER.check("""
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController class Orders { @GetMapping("/a") String a(@RequestParam String q) { return ""; } }
                """);
    }

    @Test
    void everyProtectedEndpointWithoutLimitIsAnError() {
        List<Finding> findings = TESTER.check("""
                package shop;
                import dev.keywright.annotations.*;
                import org.springframework.web.bind.annotation.*;
                @RestController @RequestMapping("/orders")
                class Orders {
                    @GetMapping
                    @ApiKeyProtected(scopes = "orders:read")
                    String all() { return ""; } // BUG: MissingRateLimit
                    @PostMapping @HmacSigned(secret = "s")
                    void make() {} // BUG: MissingRateLimit
                    @PutMapping @AnyOf(apiKey = @ApiKeyProtected, hmac = @HmacSigned(secret = "s"))
                    void put() {} // BUG: MissingRateLimit
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.ERROR);
        assertThat(findings.get(0).message())
                .isEqualTo("GET /orders is protected by @ApiKeyProtected, but nothing limits how often it is called;"
                        + " write @RateLimited(\"60 per minute\") on the method or its class");
        assertThat(findings.get(0).location().start().column()).isEqualTo(12);
    }

    @Test
    void inheritedHandlersAreReportedAtTheClass() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import org.springframework.web.bind.annotation.*;
                abstract class Crud { @GetMapping("/all") @ApiKeyProtected String all() { return ""; } }
                """, """
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders extends Crud { // BUG: MissingRateLimit
                }
                """);
    }

    @Test
    void everyFrameworkCounts() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import jakarta.ws.rs.*;
                @Path("/bills") @ApiKeyProtected
                public class Bills {
                    @GET public String all() { return ""; } // BUG: MissingRateLimit
                }
                """, """
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import com.sun.net.httpserver.*;
                public class Plain implements HttpHandler {
                    @ApiKeyProtected
                    public void handle(HttpExchange exchange) {} // BUG: MissingRateLimit
                }
                """, """
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import javax.servlet.http.*;
                public class Old extends HttpServlet {
                    @ApiKeyProtected
                    protected void doGet(HttpServletRequest q, HttpServletResponse r) {} // BUG: MissingRateLimit
                }
                """, """
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import io.micronaut.http.annotation.*;
                @Controller("/m")
                public class M {
                    @Get @ApiKeyProtected
                    public String m() { return ""; } // BUG: MissingRateLimit
                }
                """);
    }

    @Test
    void loginsTokensResetsAndCodesWithoutLimitAreWarningsWhereKeywrightIsNotUsed() {
        List<Finding> findings = TESTER.check("""
                package shop;
                import java.util.Map;
                import org.springframework.http.ResponseEntity;
                import org.springframework.web.bind.annotation.*;
                @RestController @RequestMapping("/api/auth")
                class Auth {
                    @PostMapping("/login") String login(@RequestBody LoginRequest request) { return ""; } // BUG: MissingRateLimit
                    @PostMapping("/signin") String enter(@RequestBody Map<String, String> body) { return body.get("password"); } // BUG: MissingRateLimit
                    @PostMapping("/token") String token(@RequestParam("grant_type") String grant) { return ""; } // BUG: MissingRateLimit
                    @PostMapping("/refresh-token") String again(@RequestBody RefreshTokenRequest request) { return ""; } // BUG: MissingRateLimit
                    @PostMapping("/forgot-password") void forgot(@RequestParam String email) {} // BUG: MissingRateLimit
                    @PostMapping("/password/reset") void reset(@RequestBody Reset reset) {} // BUG: MissingRateLimit
                    @PostMapping("/otp/verify") boolean verify(@RequestParam String code) { return false; } // BUG: MissingRateLimit
                    @PostMapping("/2fa") boolean second(@RequestBody Code code) { return false; } // BUG: MissingRateLimit
                }
                record LoginRequest(String name, String secretWord) {}
                record Reset(String token, String newPassword) {}
                record Code(String totp) {}
                """, """
                package shop;
                import jakarta.servlet.annotation.WebServlet;
                import jakarta.servlet.http.*;
                @WebServlet("/login")
                class Login extends HttpServlet {
                    @Override
                    protected void doPost(HttpServletRequest q, HttpServletResponse r) { // BUG: MissingRateLimit
                        String password = q.getParameter("password");
                    }
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }

    @Test
    void guessingIsAnErrorWhereKeywrightIsUsed() {
        List<Finding> findings = TESTER.check("""
                package shop;
                import dev.keywright.annotations.PublicEndpoint;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Auth {
                    @PostMapping("/login") @PublicEndpoint(reason = "checks the password itself")
                    String login(@RequestParam String user, @RequestParam String passwort) { return ""; } // BUG: MissingRateLimit
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(findings.get(0).message()).contains("POST /login checks a password");
    }

    @Test
    void frameworkProtectionWithoutLimitIsOnlyNotedWhereKeywrightIsNotUsed() {
        List<Finding> findings = TESTER.check("""
                package shop;
                import org.springframework.security.access.prepost.PreAuthorize;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders {
                    @GetMapping("/a") @PreAuthorize("hasRole('A')") String a() { return ""; } // BUG: MissingRateLimit
                    @GetMapping("/b") @PreAuthorize("permitAll()") String b() { return ""; }
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.NOTE);
    }

    @Test
    void suppressionsAreKept() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import org.springframework.web.bind.annotation.*;
                @RestController @SuppressWarnings("MissingRateLimit")
                class Orders {
                    @GetMapping @ApiKeyProtected String all() { return ""; }
                }
                """);
    }

    @Test
    void registeredLogInsAreFlagged() {
        TESTER.check("""
                package shop;
                import org.springframework.web.servlet.function.*;
                class Routes {
                    Object routes() {
                        return RouterFunctions.route().POST("/login", this::login).build(); // BUG: MissingRateLimit
                    }
                    ServerResponse login(ServerRequest request) { return request.param("password").isPresent() ? null : null; }
                }
                """, """
                package shop;
                import io.javalin.Javalin;
                class App {
                    void routes(Javalin app) {
                        app.post("/login", ctx -> ctx.result(ctx.formParam("password"))); // BUG: MissingRateLimit
                        app.get("/login", ctx -> ctx.html("<form>"));
                    }
                }
                """);
    }

    /** Missed: names in other languages. */
    @Test
    void knownLimits() {
        TESTER.check("""
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController class A { @PostMapping("/kirjaudu") void enter(@RequestParam String salasana) {} }
                """);
    }

    @Test
    void stepsThatCarryOnlyACodeOfTheSessionAreSilent() {
        TESTER.check("""
                package shop;
                import jakarta.ws.rs.*;
                @Path("/login-actions")
                class Steps {
                    @GET @Path("consent") public String consent(@QueryParam("session_code") String code, @QueryParam("tab") String tab) { return ""; }
                }
                """);
    }
}
