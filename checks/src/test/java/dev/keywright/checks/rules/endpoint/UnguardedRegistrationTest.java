package dev.keywright.checks.rules.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnguardedRegistrationTest {

    private static final RuleTester TESTER = RuleTester.of(UnguardedRegistration.class);
    private static final String HANDLERS = """
            package shop;
            import com.sun.net.httpserver.*;
            import dev.keywright.annotations.*;
            class Orders implements HttpHandler {
                @ApiKeyProtected @RateLimited("1 per second") public void handle(HttpExchange exchange) {}
                String helper() { return ""; }
            }
            class Health implements HttpHandler {
                @PublicEndpoint(reason = "health") public void handle(HttpExchange exchange) {}
            }
            """.replace("import dev.keywright.annotations.*;", """
            import dev.keywright.annotations.ApiKeyProtected;
            import dev.keywright.annotations.PublicEndpoint;
            import dev.keywright.annotations.RateLimited;
            """);

    @Test
    void guardedAndOpenRegistrationsAreSilent() {
        TESTER.check(HANDLERS, """
                package shop;
                import com.sun.net.httpserver.*;
                import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
                import dev.keywright.runtime.Keywright;
                class Server {
                    void start(HttpServer server, Keywright keywright) {
                        server.createContext("/orders", JdkHttpGuards.protect(keywright, new Orders()));
                        HttpHandler guarded = JdkHttpGuards.protect(keywright, new Orders());
                        server.createContext("/o", guarded);
                        server.createContext("/health", new Health());
                        server.createContext("/x", exchange -> exchange.close());
                        Orders plain = new Orders();
                        server.createContext("/y", exchange -> System.out.println(plain.helper()));
                        server.createContext("/z").getFilters().add(JdkHttpGuards.filter(keywright, Orders.class));
                    }
                }
                """);
    }

    @Test
    void registrationsAroundTheGuardAreErrors() {
        List<Finding> findings = TESTER.check(HANDLERS, """
                package shop;
                import com.sun.net.httpserver.*;
                class Server {
                    private final Orders field = new Orders();
                    void start(HttpServer server) {
                        server.createContext("/a", new Orders()); // BUG: UnguardedRegistration
                        Orders orders = new Orders();
                        server.createContext("/b", orders); // BUG: UnguardedRegistration
                        HttpHandler handler = new Orders();
                        server.createContext("/c", handler); // BUG: UnguardedRegistration
                        server.createContext("/d", field); // BUG: UnguardedRegistration
                        server.createContext("/e").setHandler(new Orders()); // BUG: UnguardedRegistration
                        server.createContext("/f", orders::handle); // BUG: UnguardedRegistration
                        server.createContext("/g", exchange -> orders.handle(exchange)); // BUG: UnguardedRegistration
                    }
                }
                """);
        assertThat(findings.get(0).message())
                .isEqualTo(
                        "Orders has guarded methods, but HttpServer.createContext registers it without its guard, so that"
                                + " nothing checks its callers; register it through Keywright's adapter");
    }

    @Test
    void guardedControllersAsRouterFunctionsAreErrors() {
        TESTER.check("""
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import org.springframework.web.bind.annotation.*;
                import org.springframework.web.servlet.function.*;
                @RestController
                class Orders {
                    @ApiKeyProtected @GetMapping("/a") ServerResponse all(ServerRequest request) { return null; }
                }
                class Routes {
                    Object routes(Orders orders) {
                        return RouterFunctions.route(RequestPredicates.GET("/b"), orders::all); // BUG: UnguardedRegistration
                    }
                }
                """);
    }

    @Test
    void otherWaysToRegisterAreSeen() {
        TESTER.check(HANDLERS, """
                package shop;
                import com.sun.net.httpserver.*;
                class Server {
                    void start(HttpServer server, boolean first) {
                        server.createContext("/a", make()); // BUG: UnguardedRegistration
                        server.createContext("/b", first ? new Orders() : null); // BUG: UnguardedRegistration
                    }
                    HttpHandler make() { return new Orders(); }
                }
                """, """
                package shop;
                import dev.keywright.annotations.ApiKeyProtected;
                import io.javalin.Javalin;
                class App {
                    @ApiKeyProtected void remove(io.javalin.http.Context ctx) {}
                    void routes(Javalin app) { app.delete("/x", this::remove); } // BUG: UnguardedRegistration
                }
                """);
        TESTER.check(HANDLERS, """
                package shop;
                import com.sun.net.httpserver.*;
                import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
                class Server {
                    void start(HttpServer server, dev.keywright.runtime.Keywright keywright) {
                        server.createContext("/a", new Orders())
                                .getFilters().add(JdkHttpGuards.filter(keywright, Orders.class));
                    }
                }
                """);
    }

    /** Missed: a handler that is handed on before it is registered. */
    @Test
    void knownLimits() {
        TESTER.check(HANDLERS, """
                package shop;
                import com.sun.net.httpserver.*;
                class Server {
                    void start(HttpServer server) { add(server, new Orders()); }
                    void add(HttpServer server, HttpHandler handler) { server.createContext("/a", handler); }
                }
                """);
    }
}
