package svc.boot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import dev.keywright.runtime.Keywright;
import io.javalin.Javalin;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

class OrdersHandler implements HttpHandler {
    @Override
    @ApiKeyProtected(scopes = "orders:read")
    @RateLimited("60 per minute")
    public void handle(HttpExchange exchange) {
        exchange.close();
    }
}

class PlainHandler implements HttpHandler {
    @Override
    @dev.keywright.annotations.PublicEndpoint(reason = "health")
    public void handle(HttpExchange exchange) {
        exchange.close();
    }
}

class Boot {
    void direct(HttpServer server) {
        server.createContext("/orders", new OrdersHandler()); // BUG: UnguardedRegistration
    }

    void variable(HttpServer server) {
        OrdersHandler handler = new OrdersHandler();
        server.createContext("/orders", handler); // BUG: UnguardedRegistration
    }

    void reference(HttpServer server) {
        server.createContext("/orders", new OrdersHandler()::handle); // BUG: UnguardedRegistration
    }

    void lambda(HttpServer server) {
        OrdersHandler handler = new OrdersHandler();
        server.createContext("/orders", exchange -> handler.handle(exchange)); // BUG: UnguardedRegistration
    }

    void later(HttpServer server) {
        server.createContext("/orders").setHandler(new OrdersHandler()); // BUG: UnguardedRegistration
    }

    void guarded(HttpServer server, Keywright keywright) {
        server.createContext("/orders", JdkHttpGuards.protect(keywright, new OrdersHandler())); // OK: UnguardedRegistration
    }

    void guardedVariable(HttpServer server, Keywright keywright) {
        HttpHandler handler = JdkHttpGuards.protect(keywright, new OrdersHandler());
        server.createContext("/orders", handler); // OK: UnguardedRegistration
    }

    void filtered(HttpServer server, Keywright keywright) {
        server.createContext("/orders", new OrdersHandler()) // OK: UnguardedRegistration
                .getFilters()
                .add(JdkHttpGuards.filter(keywright, OrdersHandler.class));
    }

    void open(HttpServer server) {
        server.createContext("/health", new PlainHandler()); // OK: UnguardedRegistration
    }
}

class Reactive {
    @ApiKeyProtected(scopes = "orders:read")
    @RateLimited("60 per minute")
    Mono<ServerResponse> list(ServerRequest request) {
        return ServerResponse.ok().build();
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/orders", this::list).build(); // BUG: UnguardedRegistration
    }

    @ApiKeyProtected(scopes = "orders:write")
    @RateLimited("60 per minute")
    void create(RoutingContext ctx) {
        ctx.end();
    }

    void vertx(Router router) {
        router.post("/orders").handler(this::create); // BUG: UnguardedRegistration
    }

    @ApiKeyProtected(scopes = "orders:write")
    @RateLimited("60 per minute")
    void remove(io.javalin.http.Context ctx) {
        ctx.status(204);
    }

    void javalin(Javalin app) {
        app.delete("/orders/{id}", this::remove); // BUG: UnguardedRegistration
    }
}
