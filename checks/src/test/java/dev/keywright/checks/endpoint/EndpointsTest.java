package dev.keywright.checks.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.UserModel;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.ir.Program;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** No framework is on the class path: imports alone must suffice. */
class EndpointsTest {

    private static final String SPRING = "import org.springframework.web.bind.annotation.*;";
    private static final String KEYWRIGHT = "import dev.keywright.annotations.*;";

    @Test
    void clientsInterfacesAndAbstractClassesAreNoEndpoints() {
        assertThat(routes("""
                        package shop;
                        import org.springframework.cloud.openfeign.FeignClient;
                        import org.springframework.web.bind.annotation.GetMapping;
                        @FeignClient("stock") interface StockClient { @GetMapping("/stock") String stock(); }
                        class StockFallback implements StockClient { public String stock() { return ""; } }
                        """, """
                        package shop;
                        import org.springframework.web.service.annotation.*;
                        @HttpExchange("/rates") interface Rates { @GetExchange("/all") String all(); }
                        """, """
                        package shop;
                        import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
                        import jakarta.ws.rs.*;
                        @RegisterRestClient @Path("/bills") interface Bills { @GET String all(); }
                        class FakeBills implements Bills { public String all() { return ""; } }
                        """, """
                        package shop;
                        import org.springframework.web.bind.annotation.*;
                        @RestController abstract class Base { @GetMapping("/base") String base() { return ""; } }
                        class NotAController { @GetMapping("/x") String x() { return ""; } }
                        """)).isEmpty();
    }

    @Test
    void classAndMethodPathsAreJoined() {
        assertThat(routes("""
                package shop;
                import org.springframework.web.bind.annotation.GetMapping;
                import org.springframework.web.bind.annotation.PostMapping;
                import org.springframework.web.bind.annotation.RequestMapping;
                import org.springframework.web.bind.annotation.RequestMethod;
                import org.springframework.web.bind.annotation.RestController;
                @RestController
                @RequestMapping({"/orders/", "v2/orders"})
                class Orders {
                    static final String OPEN = "/open";
                    @GetMapping String all() { return ""; }
                    @PostMapping(path = "{id}") String one() { return ""; }
                    @RequestMapping(value = OPEN + "/now", method = {RequestMethod.PUT, RequestMethod.PATCH}) void open() {}
                    @RequestMapping("/any") void any() {}
                    void helper() {}
                }
                """))
                .containsExactly(
                        "GET /orders,/v2/orders all",
                        "POST /orders/{id},/v2/orders/{id} one",
                        "PUT|PATCH /orders/open/now,/v2/orders/open/now open",
                        "* /orders/any,/v2/orders/any any");
    }

    @Test
    void onDemandImportsAreEnough() {
        assertThat(routes(
                        "package shop; " + SPRING + " @RestController class A { @DeleteMapping(\"/a\") void a() {} }"))
                .containsExactly("DELETE /a a");
    }

    @Test
    void mappingsAreInheritedFromInterfacesAndBaseClasses() {
        assertThat(
                        routes(
                                "package shop; " + SPRING
                                        + " @RequestMapping(\"/api\") interface Api<T> { @PostMapping(\"/t\") void put(T t); }",
                                "package shop; " + SPRING
                                        + " abstract class Crud { @GetMapping(\"/all\") String all() { return null; } }",
                                "package shop; " + SPRING
                                        + " @RestController class A extends Crud implements Api<String> { public void put(String s) {} }"))
                .containsExactlyInAnyOrder("POST /api/t put", "GET /api/all all");
    }

    @Test
    void composedAnnotationsOfTheProgramCount() {
        assertThat(routes(
                        "package shop; " + SPRING + " @RestController @RequestMapping(\"/v1\") @interface V1 {}",
                        "package shop; " + SPRING
                                + " @RequestMapping(method = RequestMethod.POST) @interface Make { String[] path() default {}; }",
                        "package shop; @V1 class A { @Make(path = \"/a\") void a() {} }"))
                .containsExactly("POST /v1/a a");
    }

    @Test
    void jaxRsResourcesSubResourcesAndOwnVerbs() {
        assertThat(routes(
                        """
                package shop;
                import jakarta.ws.rs.*;
                @Path("/orders")
                class Orders {
                    @GET String all() { return ""; }
                    @POST @Path("/{id}") void make() {}
                    @Path("/{id}/items") Items items() { return new Items(); }
                    @LIKE void like() {}
                    public void helper() {}
                }
                """,
                        "package shop; import jakarta.ws.rs.*; class Items { @GET String all() { return \"\"; } }",
                        "package shop; import jakarta.ws.rs.HttpMethod; @HttpMethod(\"PATCH\") @interface LIKE {}"))
                .containsExactlyInAnyOrder(
                        "GET /orders all",
                        "POST /orders/{id} make",
                        "PATCH /orders like",
                        "GET /orders/{id}/items all");
    }

    @Test
    void otherFrameworks() {
        assertThat(routes("""
                package shop;
                import io.micronaut.http.annotation.*;
                @Controller("/m") class M { @Get("/one") String one() { return ""; } @Post(uris = {"/a", "/b"}) void two() {} }
                """, """
                package shop;
                import jakarta.servlet.annotation.WebServlet;
                import jakarta.servlet.http.*;
                @WebServlet(urlPatterns = "/s/*")
                class S extends HttpServlet {
                    @Override protected void doPost(HttpServletRequest q, HttpServletResponse r) {}
                    void doGet() {}
                }
                """, """
                package shop;
                class H implements com.sun.net.httpserver.HttpHandler {
                    public void handle(com.sun.net.httpserver.HttpExchange exchange) {}
                }
                """, """
                package shop;
                import io.quarkus.vertx.web.Route;
                class Q { @Route(path = "/q", methods = Route.HttpMethod.GET) void q() {} }
                """))
                .containsExactlyInAnyOrder(
                        "GET /m/one one", "POST /m/a,/m/b two", "POST /s/* doPost", "*  handle", "GET /q q");
    }

    @Test
    void ownRoutesFromTheSettings() {
        Settings settings = Settings.builder()
                .model(new UserModel.Route("acme.web.On", "POST", "url"))
                .build();
        Program program = program("package shop; class A { @acme.web.On(url = \"/x\") void x() {} }");
        assertThat(Endpoints.of(program, settings))
                .extracting(EndpointsTest::describe)
                .containsExactly("POST /x x");
    }

    @Test
    void familiesOverrideSeparatelyAndTheMethodWins() {
        List<Endpoint> endpoints = endpoints("package shop; " + SPRING + KEYWRIGHT + """
                 @RestController @ApiKeyProtected(scopes = "a:read") @RateLimited("60 per minute")
                class A {
                    @GetMapping("/a") void a() {}
                    @PostMapping("/b") @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "s") void b() {}
                    @GetMapping("/c") @RateLimited("1 per minute") @RateLimited(value = "9 per day", by = LimitBy.GLOBAL) void c() {}
                    @GetMapping("/d") @PublicEndpoint(reason = "health") void d() {}
                    @GetMapping("/e") @AnyOf(apiKey = @ApiKeyProtected(scopes = {"x", "y"}), hmac = @HmacSigned(secret = "s")) void e() {}
                }
                """);
        assertThat(endpoints)
                .extracting(PolicyText::of)
                .containsExactly(
                        "[API_KEY a:read] 1",
                        "[HMAC] 1",
                        "[API_KEY a:read] 2",
                        "[] 1 public",
                        "anyOf [API_KEY x,y, HMAC] 1");
    }

    @Test
    void policiesAreInheritedFromOverriddenMethods() {
        List<Endpoint> endpoints = endpoints(
                "package shop; " + SPRING + KEYWRIGHT
                        + " interface Api { @ApiKeyProtected(scopes = \"w\") @PostMapping(\"/a\") void a(String s); }",
                "package shop; " + SPRING + " @RestController class A implements Api { public void a(String s) {} }");
        assertThat(endpoints).extracting(PolicyText::of).containsExactly("[API_KEY w] 0");
    }

    @Test
    void whatTheModuleShows() {
        assertThat(endpoints("package shop; " + SPRING + " @RestController class A { @GetMapping void a() {} }"))
                .extracting(Endpoint::module)
                .containsExactly(new ModuleFacts(false, null, null));
        assertThat(endpoints(
                        "package shop; " + SPRING + KEYWRIGHT
                                + " @RestController @RateLimited(\"1 per second\") class A { @GetMapping void a() {} }",
                        """
                        package shop;
                        import org.springframework.context.annotation.Bean;
                        import org.springframework.security.web.SecurityFilterChain;
                        class Security { @Bean SecurityFilterChain chain() { return null; } }
                        """,
                        """
                        package shop;
                        import org.springframework.web.filter.OncePerRequestFilter;
                        import io.github.bucket4j.Bucket;
                        class Brake extends OncePerRequestFilter { Bucket bucket; }
                        """))
                .extracting(Endpoint::module)
                .containsExactly(new ModuleFacts(true, "Security", "Brake"));
    }

    @Test
    void secretAloneIsNoUseOfKeywrightForEndpoints() {
        assertThat(endpoints("package shop; import dev.keywright.annotations.Secret; " + SPRING
                        + " @RestController class A { @Secret String s; @GetMapping void a() {} }"))
                .extracting(endpoint -> endpoint.module().usesKeywright())
                .containsExactly(false);
    }

    @Test
    void routesThatCallsRegisterAreEndpoints() {
        assertThat(routes("""
                        package shop;
                        import static io.javalin.apibuilder.ApiBuilder.*;
                        import io.javalin.Javalin;
                        class App {
                            void routes() {
                                var app = Javalin.create();
                                app.get("/a", this::a).post("/b", ctx -> ctx.status(204));
                                path("/admin", () -> {
                                    path("users", () -> delete("/{id}", ctx -> ctx.status(204)));
                                });
                            }
                            void a(io.javalin.http.Context ctx) {}
                        }
                        """, """
                        package shop;
                        import static org.springframework.web.reactive.function.server.RequestPredicates.*;
                        import static org.springframework.web.reactive.function.server.RouterFunctions.*;
                        class Routes {
                            Object routes(Orders orders) {
                                return route(GET("/orders").and(accept(null)), orders::all)
                                        .andRoute(POST("/orders"), orders::add);
                            }
                        }
                        class Orders { Object all(Object request) { return null; } Object add(Object request) { return null; } }
                        """, """
                        package shop;
                        import spark.Spark;
                        class Main { void main() { Spark.put("/x", (request, response) -> ""); } }
                        """, """
                        package shop;
                        import io.jooby.Jooby;
                        class Site extends Jooby {
                            Site() { get("/", ctx -> "hello"); }
                        }
                        """, """
                        package shop;
                        import io.undertow.Handlers;
                        class Web { Object web() { return Handlers.routing().add("PATCH", "/p", exchange -> {}); } }
                        """))
                .containsExactlyInAnyOrder(
                        "GET /a a",
                        "POST /b routes",
                        "DELETE /admin/users/{id} routes",
                        "GET /orders all",
                        "POST /orders add",
                        "PUT /x main",
                        "GET / <init>",
                        "PATCH /p web");
    }

    @Test
    void anImportAloneIsNoUseOfKeywright() {
        assertThat(endpoints("""
                        package shop;
                        import dev.keywright.annotations.ApiKeyProtected;
                        import org.springframework.web.bind.annotation.*;
                        @RestController class A { @GetMapping("/a") String a() { return ""; } }
                        """))
                .extracting(endpoint -> endpoint.module().usesKeywright())
                .containsExactly(false);
    }

    @Test
    void anAnonymousHandlerIsNamedAfterItsClass() {
        assertThat(endpoints("""
                        package shop;
                        import com.sun.net.httpserver.*;
                        class Server {
                            HttpHandler handler = new HttpHandler() {
                                public void handle(HttpExchange exchange) {}
                            };
                        }
                        """)).extracting(Endpoint::described).containsExactly("Server$1.handle");
    }

    private static List<String> routes(String... sources) {
        return endpoints(sources).stream().map(EndpointsTest::describe).toList();
    }

    private static String describe(Endpoint endpoint) {
        List<String> verbs =
                endpoint.methods().stream().sorted().map(Enum::name).toList();
        return (verbs.isEmpty() ? "*" : String.join("|", verbs)) + " " + String.join(",", endpoint.paths()) + " "
                + endpoint.method().name();
    }

    private static List<Endpoint> endpoints(String... sources) {
        return Endpoints.of(program(sources), Settings.defaults());
    }

    private static Program program(String... sources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (int i = 0; i < sources.length; i++) {
            files.add(JavacFrontEnd.source("src/main/java/shop/File" + i + ".java", sources[i]));
        }
        return JavacFrontEnd.parseSources(files, List.of(), 17);
    }

    /** A policy in one line. */
    private static final class PolicyText {

        static String of(Endpoint endpoint) {
            EffectivePolicy policy = endpoint.policy();
            List<String> mechanisms = policy.mechanisms().stream()
                    .map(mechanism -> (mechanism.kind() + " " + String.join(",", mechanism.scopes())).strip())
                    .toList();
            return (policy.anyOf() ? "anyOf " : "") + mechanisms + " "
                    + policy.limits().size() + (policy.publicEndpoint() == null ? "" : " public");
        }
    }
}
