package dev.keywright.checks.rules.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnprotectedEndpointTest {

    private static final RuleTester TESTER = RuleTester.of(UnprotectedEndpoint.class);
    private static final String ORDERS = """
            package shop;
            import org.springframework.web.bind.annotation.*;
            @RestController class Orders { @GetMapping("/a") String a() { return ""; } }
            """;
    private static final String USE = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            @RestController class Use { @GetMapping("/use") @ApiKeyProtected String use() { return ""; } }
            """;

    @Test
    void modulesWithoutKeywrightAreSilent() {
        TESTER.check(ORDERS);
    }

    @Test
    void declaredEndpointsAreSilent() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.*;
                import jakarta.annotation.security.*;
                import org.springframework.security.access.annotation.Secured;
                import org.springframework.security.access.prepost.PreAuthorize;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders {
                    @GetMapping("/a") @ApiKeyProtected String a() { return ""; }
                    @GetMapping("/b") @HmacSigned(secret = "s") String b() { return ""; }
                    @GetMapping("/c") @AnyOf(apiKey = @ApiKeyProtected) String c() { return ""; }
                    @GetMapping("/d") @PublicEndpoint(reason = "health") String d() { return ""; }
                    @PostMapping("/e") @LoginProtected(account = "user") String e() { return ""; }
                    @GetMapping("/f") @PreAuthorize("hasRole('A')") String f() { return ""; }
                    @GetMapping("/g") @RolesAllowed("a") String g() { return ""; }
                    @GetMapping("/h") @PermitAll String h() { return ""; }
                    @GetMapping("/i") @Secured("ROLE_A") String i() { return ""; }
                    @GetMapping("/j") @RequiresLogin String j() { return ""; }
                    @GetMapping("/k") @BearerProtected String k() { return ""; }
                    String helper() { return ""; }
                }
                @interface RequiresLogin {}
                """);
    }

    @Test
    void frameworksOtherAnnotationsAreKnown() {
        TESTER.check(USE, """
                package shop;
                import io.micronaut.http.annotation.*;
                import io.micronaut.security.annotation.Secured;
                @Controller("/m") @Secured("isAuthenticated()") class M { @Get String m() { return ""; } }
                """, """
                package shop;
                import jakarta.ws.rs.*;
                import org.apache.shiro.authz.annotation.RequiresRoles;
                @Path("/r") class R { @GET @RequiresRoles("a") public String r() { return ""; } }
                """, """
                package shop;
                import javax.ws.rs.*;
                import io.dropwizard.auth.Auth;
                @Path("/d") class D { @GET public String r(@Auth User user) { return ""; } }
                class User {}
                """, """
                package shop;
                import jakarta.ws.rs.*;
                import io.quarkus.security.Authenticated;
                @Path("/q") @Authenticated class Q { @GET public String r() { return ""; } }
                """);
    }

    @Test
    void pathsThatAreProtectedElsewhereAndErrorPagesAreSilent() {
        Settings settings =
                Settings.builder().protectedElsewhere("/internal/**").build();
        TESTER.with(settings).check(USE, """
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController class Internal { @GetMapping("/internal/x") String x() { return ""; } }
                """, """
                package shop;
                import org.springframework.boot.web.servlet.error.ErrorController;
                import org.springframework.web.bind.annotation.*;
                @RestController class Errors implements ErrorController { @RequestMapping("/error") String x() { return ""; } }
                """);
    }

    @Test
    void clientsAreSilent() {
        TESTER.check(USE, """
                package shop;
                import org.springframework.cloud.openfeign.FeignClient;
                import org.springframework.web.bind.annotation.*;
                @FeignClient("x") interface Remote { @GetMapping("/x") String x(); }
                """);
    }

    @Test
    void theSettingsDecideWhetherItIsAsked() {
        Settings never =
                Settings.builder().endpointPolicy(Settings.EndpointPolicy.NEVER).build();
        Settings always = Settings.builder()
                .endpointPolicy(Settings.EndpointPolicy.ALWAYS)
                .build();
        TESTER.with(never).check(USE, ORDERS);
        TESTER.with(always).check(ORDERS.replace("}\n", "} // BUG: UnprotectedEndpoint\n"));
    }

    @Test
    void whatNobodyDeclaredIsAnError() {
        List<Finding> findings = TESTER.check(USE, """
                package shop;
                import dev.keywright.annotations.RateLimited;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Orders {
                    @GetMapping("/a")
                    String a() { return ""; } // BUG: UnprotectedEndpoint
                    @DeleteMapping("/b") @RateLimited(value = "1 per day")
                    void b() {} // BUG: UnprotectedEndpoint
                }
                """, """
                package shop;
                import com.sun.net.httpserver.*;
                class Plain implements HttpHandler {
                    public void handle(HttpExchange exchange) {} // BUG: UnprotectedEndpoint
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.ERROR);
        assertThat(findings.get(0).message())
                .startsWith("GET /a answers anyone: no mechanism stands on a or on Orders; write @ApiKeyProtected");
    }

    @Test
    void besideASecurityConfigurationItIsAWarning() {
        List<Finding> findings = TESTER.check(USE, """
                package shop;
                import org.springframework.security.web.SecurityFilterChain;
                class Security { SecurityFilterChain chain() { return null; } }
                """, """
                package shop;
                import org.springframework.web.bind.annotation.*;
                @RestController class A { @GetMapping("/a") String a() { return ""; } } // BUG: UnprotectedEndpoint
                """);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(findings.get(0).message()).contains("unless Security protects it");
    }

    @Test
    void registeredRoutesAreWarnings() {
        List<Finding> findings = TESTER.check(USE, """
                package shop;
                import com.sun.net.httpserver.HttpServer;
                import io.vertx.ext.web.*;
                import org.springframework.web.servlet.function.*;
                class Server {
                    void jdk(HttpServer server) {
                        server.createContext("/x", exchange -> exchange.close()); // BUG: UnprotectedEndpoint
                    }
                    Object spring() {
                        return RouterFunctions.route().GET("/y", this::y).build(); // BUG: UnprotectedEndpoint
                    }
                    ServerResponse y(ServerRequest request) { return null; }
                    void vertx(Router router) {
                        router.get("/z").handler(ctx -> ctx.end()); // BUG: UnprotectedEndpoint
                    }
                }
                """, """
                package shop;
                import io.vertx.ext.web.*;
                import io.vertx.ext.web.handler.*;
                class Guarded {
                    void vertx(Router router, JWTAuthHandler jwt) {
                        router.route().handler(BodyHandler.create());
                        router.route("/api/*").handler(jwt);
                        router.get("/api/z").handler(ctx -> ctx.end());
                    }
                    void each(Router router, JWTAuthHandler jwt) {
                        router.get("/z").handler(jwt).handler(ctx -> ctx.end());
                    }
                }
                """, """
                package shop;
                import java.util.Map;
                import io.vertx.ext.web.client.WebClient;
                class NoRoutes {
                    Object client(WebClient web) { return web.get("/a", "/b").send(); }
                    Object map(Map<String, Runnable> map) { return map.put("/a", () -> {}); }
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }

    /** Missed: what registers routes through a router of the user's own. */
    @Test
    void knownLimits() {
        TESTER.check(USE, """
                package shop;
                import com.sun.net.httpserver.*;
                class Server {
                    interface Own { void on(String path, HttpHandler handler); }
                    void start(Own own) { own.on("/x", exchange -> exchange.close()); }
                }
                """);
    }
}
