package acme.routes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.keywright.annotations.*;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.*;
import jakarta.ws.rs.*;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.service.annotation.GetExchange;

@RestController
@RequestMapping("/orders")
class Orders {
    @GetMapping("/{id}")
    String one(@PathVariable String id) { // BUG: UnprotectedEndpoint
        return id;
    }

    @PostMapping
    @ApiKeyProtected(scopes = "orders:write")
    @RateLimited("60 per minute")
    String create(@RequestBody String order) { // OK: UnprotectedEndpoint
        return order;
    }

    @DeleteMapping("/{id}")
    @ApiKeyProtected(scopes = "orders:read") // BUG: ReadScopeOnWrite
    @RateLimited("60 per minute")
    void delete(@PathVariable String id) {}

    @PutMapping("/{id}")
    @ApiKeyProtected(scopes = {"orders:read", "items:view"}) // BUG: ReadScopeOnWrite
    @RateLimited("60 per minute")
    void put(@PathVariable String id) {}

    @PatchMapping("/{id}")
    @BearerProtected(scopes = "read:orders") // BUG: ReadScopeOnWrite
    @RateLimited("60 per minute")
    void patch(@PathVariable String id) {}

    @RequestMapping(path = "/bulk", method = RequestMethod.POST)
    @ApiKeyProtected(scopes = "orders.readonly") // BUG: ReadScopeOnWrite
    @RateLimited("60 per minute")
    void bulk() {}

    @PostMapping("/search")
    @ApiKeyProtected(scopes = "orders:read") // OK: ReadScopeOnWrite
    @RateLimited("60 per minute")
    String search() {
        return "";
    }

    @PostMapping("/export")
    @ApiKeyProtected(scopes = "orders:read") // OK: ReadScopeOnWrite
    @RateLimited("60 per minute")
    String export() {
        return "";
    }

    @PostMapping("/cancel")
    @ApiKeyProtected(scopes = "orders:write") // OK: ReadScopeOnWrite
    @RateLimited("60 per minute")
    void cancel() {}

    @GetMapping("/keys")
    @ApiKeyProtected(scopes = "orders:read")
    String limited() { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/pay")
    @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "pay")
    void pay() {} // BUG: MissingRateLimit
}

@RestController
class Accounts {
    @PublicEndpoint(reason = "everybody may log in")
    @PostMapping("/login")
    String login(@RequestBody String credentials) { // BUG: MissingRateLimit
        return "";
    }

    @PublicEndpoint(reason = "everybody may forget")
    @PostMapping("/password/reset")
    void reset(@RequestBody String email) {} // BUG: MissingRateLimit

    @PublicEndpoint(reason = "second factor")
    @PostMapping("/otp/verify")
    void otp(@RequestBody String code) {} // BUG: MissingRateLimit

    @PublicEndpoint(reason = "oauth")
    @PostMapping("/oauth/token")
    String token() { // BUG: MissingRateLimit
        return "";
    }

    @PublicEndpoint(reason = "terms")
    @GetMapping("/terms")
    String terms() { // OK: MissingRateLimit
        return "";
    }

    @PublicEndpoint(reason = "limited by the gateway library")
    @PostMapping("/signin")
    @io.github.resilience4j.ratelimiter.annotation.RateLimiter(name = "signin")
    String signin() { // OK: MissingRateLimit
        return "";
    }

    @PreAuthorize("hasRole('ADMIN')")
    @GetMapping("/admin")
    String admin() { // OK: UnprotectedEndpoint // BUG: MissingRateLimit
        return "";
    }

    @GetMapping("/profile")
    String profile() { // BUG: UnprotectedEndpoint
        return "";
    }
}

@Path("/bills")
class Bills {
    @GET
    public String all() { // BUG: UnprotectedEndpoint
        return "";
    }

    @POST
    @RolesAllowed("clerk")
    public void add() {} // OK: UnprotectedEndpoint // BUG: MissingRateLimit

    @DELETE
    @Path("/{id}")
    @ApiKeyProtected(scopes = "bills:list") // BUG: ReadScopeOnWrite
    @RateLimited("5 per minute")
    public void remove() {}

    @PUT
    @BearerProtected
    public void put() {} // BUG: MissingRateLimit
}

@Controller("/stock")
class Stock {
    @Post
    void add() {} // BUG: UnprotectedEndpoint

    @Delete("/{id}")
    @ApiKeyProtected(scopes = "stock:get") // BUG: ReadScopeOnWrite
    @RateLimited("5 per minute")
    void remove() {}

    @Post("/count")
    @ApiKeyProtected(scopes = "stock:write")
    void count() {} // BUG: MissingRateLimit
}

class Report extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {} // BUG: UnprotectedEndpoint

    @Override
    @ApiKeyProtected(scopes = "report:view") // BUG: ReadScopeOnWrite
    @RateLimited("5 per minute")
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {}
}

interface Rates {
    @GetExchange("/rates")
    String rates(); // OK: UnprotectedEndpoint
}

class Ping implements HttpHandler {
    @Override
    @ApiKeyProtected
    @RateLimited("5 per minute")
    public void handle(HttpExchange exchange) {}
}

class Echo implements HttpHandler {
    @Override
    @BearerProtected
    @RateLimited("5 per minute")
    public void handle(HttpExchange exchange) {}
}

class Main {
    void start(HttpServer server) {
        server.createContext("/ping", new Ping()); // BUG: UnguardedRegistration
        Echo echo = new Echo();
        server.createContext("/echo", echo); // BUG: UnguardedRegistration
        server.createContext("/lambda", exchange -> new Ping().handle(exchange)); // BUG: UnguardedRegistration
    }

    void lateHandler(HttpServer server) {
        server.createContext("/late").setHandler(new Ping()); // BUG: UnguardedRegistration
    }

    void byReference(HttpServer server) {
        Echo echo = new Echo();
        server.createContext("/ref", echo::handle); // BUG: UnguardedRegistration
    }

    void guarded(HttpServer server, Object keywright) {
        server.createContext("/ping", dev.keywright.adapters.jdkhttp.JdkHttpGuards.protect(keywright, new Ping())); // OK: UnguardedRegistration
    }

    void direct(HttpExchange exchange) {
        HttpHandler handler = pick(true);
        System.out.println(handler);
    }

    private HttpHandler pick(boolean first) {
        return first ? new Ping() : new Echo();
    }

    void chosen(HttpServer server) {
        server.createContext("/chosen", pick(false)); // BUG: UnguardedRegistration
    }

    void servlet(jakarta.servlet.ServletContext context) {
        context.addServlet("report", new Report()); // BUG: UnguardedRegistration
    }

    Object bean() {
        return new org.springframework.boot.web.servlet.ServletRegistrationBean<>(new Report(), "/report"); // BUG: UnguardedRegistration
    }
}
