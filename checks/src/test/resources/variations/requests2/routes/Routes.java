package org.fleet.api;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.quarkus.security.Authenticated;
import io.vertx.core.AbstractVerticle;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context.*;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

class FleetVerticle extends AbstractVerticle {
    @Override
    public void start() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create());
        router.put("/trucks/:id").handler(this::move); // BUG: UnprotectedEndpoint
        router.get("/open").handler(this::open); // OK: UnprotectedEndpoint
        vertx.createHttpServer().requestHandler(router).listen(8080);
    }

    private void move(io.vertx.ext.web.RoutingContext ctx) {
        ctx.end();
    }

    @PublicEndpoint(reason = "map tiles")
    private void open(io.vertx.ext.web.RoutingContext ctx) {
        ctx.end();
    }
}

class TruckService implements HttpService {
    @Override
    public void routing(HttpRules rules) {
        rules.get("/", (req, res) -> res.send("[]")) // BUG: UnprotectedEndpoint
                .delete("/{id}", (req, res) -> res.send()); // BUG: UnprotectedEndpoint
    }
}

class Panel {
    @ApiKeyProtected(scopes = "panel:write")
    @RateLimited("10 per minute")
    void reboot(Context ctx) {
        ctx.status(204);
    }

    void routes() {
        Javalin app = Javalin.create();
        app.before(ctx -> {
            if (ctx.header("Authorization") == null) {
                ctx.status(401);
            }
        });
        app.post("/reboot", this::reboot); // BUG: UnguardedRegistration
        app.get("/state", ctx -> ctx.result("ok")); // OK: UnprotectedEndpoint
    }
}

@Path("/drivers")
class Drivers {
    @GET
    @ApiKeyProtected(scopes = "drivers:read")
    public String list(@QueryParam("auth_token") String authToken) { // BUG: SecretFromQueryParameter // BUG: MissingRateLimit
        return "";
    }

    @PUT
    @ApiKeyProtected(scopes = "drivers:read") // BUG: ReadScopeOnWrite
    @RateLimited("10 per minute")
    public void update() {}

    @POST
    @Authenticated
    @RateLimited("10 per minute")
    public void create() {} // OK: UnprotectedEndpoint
}

@RestController
class Shifts {
    @PutMapping("/shifts")
    void put() {} // BUG: UnprotectedEndpoint
}
