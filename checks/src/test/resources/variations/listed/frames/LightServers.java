package frames;

import com.sun.net.httpserver.HttpExchange;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Spark;

class LightServers {
    private static final Logger log = LoggerFactory.getLogger(LightServers.class);
    private final String adminToken = System.getenv("ADMIN_TOKEN");
    private final Map<String, Integer> counts = new HashMap<>();

    void javalin(Javalin app) {
        app.get("/status", ctx -> ctx.result("token: " + adminToken)); // BUG: SecretInResponse
        app.get("/status.json", ctx -> ctx.json(Map.of("adminToken", adminToken))); // BUG: SecretInResponse
        app.get("/ok", ctx -> ctx.result("up")); // OK: SecretInResponse
        app.before(ctx -> {
            if (!adminToken.equals(ctx.header("X-Admin-Token"))) { // BUG: TimingUnsafeComparison
                ctx.status(403).result("wrong token " + ctx.header("X-Admin-Token")); // BUG: SecretInErrorMessage
            }
        });
        app.get("/q", ctx -> use(ctx.queryParam("api_key"))); // BUG: SecretFromQueryParameter
        app.post("/login", ctx -> use(ctx.formParam("password"))); // OK: SecretFromQueryParameter
        app.exception(Exception.class, (e, ctx) -> ctx.status(500).result("failed")); // OK: SecretInErrorMessage
    }

    private void use(String value) {}

    void spark() {
        Spark.get("/token", (req, res) -> {
            String key = req.queryParams("apiKey"); // BUG: SecretFromQueryParameter
            log.info("key {}", key); // BUG: SecretLogged
            return "ok";
        });
        Spark.get("/secret", (req, res) -> {
            res.header("X-Secret", adminToken); // BUG: SecretInResponse
            res.cookie("/", "admin_token", adminToken, 3600, false, false); // BUG: SecretInResponse
            return "";
        });
        Spark.before((req, res) -> {
            String ip = req.headers("X-Forwarded-For");
            if (counts.merge(ip, 1, Integer::sum) > 10) { // BUG: SpoofableClientAddress
                Spark.halt(429);
            }
        });
        Spark.before((req, res) -> {
            if (counts.merge(req.ip(), 1, Integer::sum) > 10) { // OK: SpoofableClientAddress
                Spark.halt(429);
            }
        });
    }

    void vertx(RoutingContext context) {
        HttpServerRequest request = context.request();
        String key = request.getParam("api_key"); // BUG: SecretFromQueryParameter
        String header = request.getHeader("X-Api-Key");
        if (!MessageDigest.isEqual(header.getBytes(), adminToken.getBytes())) { // OK: TimingUnsafeComparison
            context.response().setStatusCode(401).end("unknown key: " + header); // BUG: SecretInErrorMessage
        }
        context.response().putHeader("X-Admin-Token", adminToken).end(); // BUG: SecretInResponse
        context.response().putHeader("X-Request-Id", context.get("id").toString()).end(); // OK: SecretInResponse
    }

    void plain(HttpExchange exchange) throws IOException {
        byte[] body = ("{\"token\":\"" + adminToken + "\"}").getBytes();
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body); // BUG: SecretInResponse
        }
    }

    void plainGood(HttpExchange exchange) throws IOException {
        byte[] body = "{\"status\":\"up\"}".getBytes();
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body); // OK: SecretInResponse
        }
    }
}
