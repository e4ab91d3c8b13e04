package shop.fn;

import static org.springframework.web.reactive.function.server.RequestPredicates.DELETE;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import io.helidon.webserver.http.HttpRouting;
import io.javalin.Javalin;
import io.undertow.Handlers;
import io.undertow.server.RoutingHandler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.JWTAuthHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.servlet.function.RouterFunctions;
import spark.Spark;

class SpringRoutes {
    @Bean
    RouterFunction<ServerResponse> builder(OrderHandler handler) {
        return route()
                .GET("/orders", handler::list) // BUG: UnprotectedEndpoint
                .POST("/orders", handler::create) // BUG: UnprotectedEndpoint
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> predicate(OrderHandler handler) {
        return route(DELETE("/orders/{id}"), handler::remove); // BUG: UnprotectedEndpoint
    }
}

class OrderHandler {
    reactor.core.publisher.Mono<ServerResponse> list(org.springframework.web.reactive.function.server.ServerRequest r) {
        return ServerResponse.ok().build();
    }

    reactor.core.publisher.Mono<ServerResponse> create(org.springframework.web.reactive.function.server.ServerRequest r) {
        return ServerResponse.ok().build();
    }

    reactor.core.publisher.Mono<ServerResponse> remove(org.springframework.web.reactive.function.server.ServerRequest r) {
        return ServerResponse.ok().build();
    }
}

class VertxRoutes {
    Router open(Vertx vertx) {
        Router router = Router.router(vertx);
        router.delete("/items/:id").handler(ctx -> ctx.end()); // BUG: UnprotectedEndpoint
        router.post("/items").handler(this::create); // BUG: UnprotectedEndpoint
        return router;
    }

    Router guarded(Vertx vertx, JWTAuthHandler jwt) {
        Router router = Router.router(vertx);
        router.route("/api/*").handler(jwt);
        router.post("/api/items").handler(this::create); // OK: UnprotectedEndpoint
        return router;
    }

    void create(io.vertx.ext.web.RoutingContext ctx) {
        ctx.end();
    }
}

class OtherRoutes {
    void javalin() {
        Javalin app = Javalin.create();
        app.delete("/users/{id}", ctx -> ctx.status(204)); // BUG: UnprotectedEndpoint
        app.start(7000);
    }

    void javalinRoles(Users users) {
        Javalin app = Javalin.create();
        app.delete("/users/{id}", users::delete, Role.ADMIN); // OK: UnprotectedEndpoint
    }

    void spark() {
        Spark.post("/rebuild", (req, res) -> "ok"); // BUG: UnprotectedEndpoint
    }

    RoutingHandler undertow() {
        return Handlers.routing().post("/rebuild", exchange -> exchange.endExchange()); // BUG: UnprotectedEndpoint
    }

    void helidon(HttpRouting.Builder routing) {
        routing.put("/config", (req, res) -> res.send()); // BUG: UnprotectedEndpoint
    }

    interface Users {
        void delete(io.javalin.http.Context ctx);
    }

    enum Role implements io.javalin.security.RouteRole {
        ADMIN
    }
}

@org.springframework.web.bind.annotation.RestController
class Anchor {
    @org.springframework.web.bind.annotation.GetMapping("/anchor")
    @ApiKeyProtected(scopes = "orders:read")
    @RateLimited("60 per minute")
    String anchor() {
        return "";
    }
}

class NotRoutes {
    String get(java.util.Map<String, String> map, java.net.http.HttpRequest.Builder b) {
        return map.get("/orders"); // OK: UnprotectedEndpoint
    }

    void client(org.springframework.web.reactive.function.client.WebClient web, String id) {
        web.delete().uri("/items/{id}", id).retrieve(); // OK: UnprotectedEndpoint
    }

    void vertxClient(io.vertx.ext.web.client.WebClient web) {
        web.delete("/items/1").send(); // OK: UnprotectedEndpoint
    }
}
