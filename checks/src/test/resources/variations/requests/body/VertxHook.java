package io.ship.hooks;

import io.javalin.http.Context;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.crypto.Mac;
import org.apache.commons.codec.binary.Hex;
import spark.Request;
import spark.Response;

class VertxHook {
    private final Mac prototype;
    private final Shipments shipments;

    VertxHook(Mac prototype, Shipments shipments) {
        this.prototype = prototype;
        this.shipments = shipments;
    }

    void headersOnly(RoutingContext ctx) throws Exception {
        String id = ctx.request().getHeader("webhook-id");
        String ts = ctx.request().getHeader("webhook-timestamp");
        if (Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(ts)) > 300) {
            ctx.fail(401);
            return;
        }
        Mac mac = (Mac) prototype.clone();
        mac.update((id + "." + ts).getBytes(StandardCharsets.UTF_8));
        byte[] expected = mac.doFinal(); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected, Hex.decodeHex(ctx.request().getHeader("webhook-signature")))) {
            ctx.fail(401);
            return;
        }
        shipments.update(ctx.getBodyAsJson());
    }

    void reEncoded(RoutingContext ctx) throws Exception {
        JsonObject body = ctx.getBodyAsJson();
        String ts = ctx.request().getHeader("webhook-timestamp");
        if (Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(ts)) > 300) {
            ctx.fail(401);
            return;
        }
        Mac mac = (Mac) prototype.clone();
        byte[] expected = mac.doFinal((ts + "." + body.encode()).getBytes(StandardCharsets.UTF_8)); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected, Hex.decodeHex(ctx.request().getHeader("webhook-signature")))) {
            ctx.fail(401);
            return;
        }
        shipments.update(body);
    }

    void fixed(RoutingContext ctx) throws Exception {
        String ts = ctx.request().getHeader("webhook-timestamp");
        if (Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(ts)) > 300) {
            ctx.fail(401);
            return;
        }
        Mac mac = (Mac) prototype.clone();
        mac.update(ts.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
        byte[] expected = mac.doFinal(ctx.getBody().getBytes());
        if (!MessageDigest.isEqual(expected, Hex.decodeHex(ctx.request().getHeader("webhook-signature")))) { // OK: SignatureOmitsBody
            ctx.fail(401);
            return;
        }
        shipments.update(ctx.getBodyAsJson());
    }

    void javalin(Context ctx) throws Exception {
        String ts = ctx.header("X-Timestamp");
        if (Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(ts)) > 300) {
            ctx.status(401);
            return;
        }
        Mac mac = (Mac) prototype.clone();
        mac.update(ts.getBytes(StandardCharsets.UTF_8));
        byte[] expected = mac.doFinal(ctx.bodyAsBytes());
        if (!MessageDigest.isEqual(expected, Hex.decodeHex(ctx.header("X-Signature")))) { // OK: SignatureOmitsBody
            ctx.status(401);
            return;
        }
        shipments.raw(ctx.body());
    }

    Object spark(Request request, Response response) throws Exception {
        String ts = request.headers("X-Timestamp");
        if (Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(ts)) > 300) {
            response.status(401);
            return "";
        }
        Mac mac = (Mac) prototype.clone();
        byte[] expected = mac.doFinal((ts + request.pathInfo()).getBytes(StandardCharsets.UTF_8)); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected, Hex.decodeHex(request.headers("X-Signature")))) {
            response.status(401);
            return "";
        }
        shipments.raw(request.body());
        return "ok";
    }

    interface Shipments {
        void update(JsonObject o);

        void raw(String s);
    }
}
