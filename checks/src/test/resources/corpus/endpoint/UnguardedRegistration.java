package corpus.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import dev.keywright.runtime.Keywright;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

class OrderHandler implements HttpHandler {

    @Override
    @ApiKeyProtected(scopes = "orders:read")
    @RateLimited("60 per minute")
    public void handle(HttpExchange exchange) {}
}

@ApiKeyProtected(scopes = "stock:read")
@RateLimited("60 per minute")
class StockHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) {}
}

class HealthHandler implements HttpHandler {

    @Override
    @PublicEndpoint(reason = "asked by the load balancer")
    public void handle(HttpExchange exchange) {}
}

class OrderServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    @ApiKeyProtected(scopes = "orders:read")
    @RateLimited("60 per minute")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
}

class Main {

    void direct(HttpServer server) {
        server.createContext("/orders", new OrderHandler()); // BUG: UnguardedRegistration
    }

    void variable(HttpServer server) {
        OrderHandler handler = new OrderHandler();
        server.createContext("/orders", handler); // BUG: UnguardedRegistration
    }

    void setter(HttpServer server) {
        server.createContext("/orders").setHandler(new OrderHandler()); // BUG: UnguardedRegistration
    }

    void ofClass(HttpServer server) {
        server.createContext("/stock", new StockHandler()); // BUG: UnguardedRegistration
    }

    void reference(HttpServer server) {
        server.createContext("/orders", new OrderHandler()::handle); // BUG: UnguardedRegistration
    }

    void lambda(HttpServer server) {
        OrderHandler handler = new OrderHandler();
        server.createContext("/orders", exchange -> handler.handle(exchange)); // BUG: UnguardedRegistration
    }

    void declaredWide(HttpServer server) {
        HttpHandler handler = new StockHandler();
        server.createContext("/stock", handler); // BUG: UnguardedRegistration
    }

    private static HttpHandler make() {
        return new OrderHandler();
    }

    void factory(HttpServer server) {
        server.createContext("/orders", make()); // BUG: UnguardedRegistration
    }

    HttpServer created() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 0, "/orders", new OrderHandler()); // BUG: UnguardedRegistration
        return server;
    }

    void servlet(ServletContext context) {
        context.addServlet("orders", new OrderServlet()); // BUG: UnguardedRegistration
    }

    void conditional(HttpServer server, boolean stock) {
        server.createContext("/x", stock ? new StockHandler() : new OrderHandler()); // BUG: UnguardedRegistration
    }

    // ---- fine

    void guarded(HttpServer server, Keywright keywright) {
        server.createContext("/orders", new OrderHandler_Guard(keywright).handler(new OrderHandler())); // OK: UnguardedRegistration
    }

    void open(HttpServer server) {
        server.createContext("/health", new HealthHandler()); // OK: UnguardedRegistration
    }

    void construct() {
        OrderHandler handler = new OrderHandler(); // OK: UnguardedRegistration
        handler.toString();
    }

    Supplier<HttpHandler> supplier() {
        return HealthHandler::new; // OK: UnguardedRegistration
    }

    void context(HttpServer server) {
        server.createContext("/nothing"); // OK: UnguardedRegistration
    }

    void remove(HttpServer server) {
        server.removeContext("/orders"); // OK: UnguardedRegistration
    }
}

final class OrderHandler_Guard {

    OrderHandler_Guard(Keywright keywright) {}

    HttpHandler handler(HttpHandler handler) {
        return handler;
    }
}
