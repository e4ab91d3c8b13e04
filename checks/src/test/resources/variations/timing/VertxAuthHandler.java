package io.acme.vertx;

import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

public class VertxAuthHandler implements Handler<RoutingContext> {
    private final JsonObject config;

    public VertxAuthHandler(JsonObject config) {
        this.config = config;
    }

    @Override
    public void handle(RoutingContext ctx) {
        String token = ctx.request().getHeader("Authorization");
        if (token == null || !token.equals("Bearer " + config.getString("api.token"))) { // BUG: TimingUnsafeComparison
            ctx.fail(401);
            return;
        }
        ctx.next();
    }
}
