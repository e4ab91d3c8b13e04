package bots.slack;

import com.slack.api.app_backend.SlackSignature;
import com.twilio.security.RequestValidator;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

class SlackHandler {
    private final SlackSignature.Verifier verifier;
    private final String appSecret = System.getenv("APP_SECRET");
    private final Events events;

    SlackHandler(SlackSignature.Verifier verifier, Events events) {
        this.verifier = verifier;
        this.events = events;
    }

    void handle(RoutingContext ctx) {
        String body = ctx.getBodyAsString();
        HttpServerRequest req = ctx.request();
        verifier.isValid(req.getHeader("X-Slack-Request-Timestamp"), body, req.getHeader("X-Slack-Signature")); // BUG: SignatureCheckBypassed
        events.accept(body);
        ctx.response().setStatusCode(200).end();
    }

    void handleFixed(RoutingContext ctx) {
        String body = ctx.getBodyAsString();
        HttpServerRequest req = ctx.request();
        if (!verifier.isValid(req.getHeader("X-Slack-Request-Timestamp"), body, req.getHeader("X-Slack-Signature"))) { // OK: SignatureCheckBypassed
            ctx.fail(401);
            return;
        }
        events.accept(body);
        ctx.response().setStatusCode(200).end();
    }

    void twilio(RoutingContext ctx, Map<String, String> params) {
        new RequestValidator(appSecret).validate(ctx.request().absoluteURI(), params, ctx.request().getHeader("X-Twilio-Signature")); // BUG: SignatureCheckBypassed
        events.accept(params.get("Body"));
        ctx.response().end();
    }

    void facebook(RoutingContext ctx) {
        String body = ctx.getBodyAsString();
        String header = ctx.request().getHeader("X-Hub-Signature-256");
        Optional<String> signature = Optional.ofNullable(header);
        if (signature.isPresent() && !valid(body, signature.get())) { // BUG: SignatureCheckBypassed // BUG: SignatureReplayable
            ctx.fail(403);
            return;
        }
        events.accept(body);
        ctx.response().end();
    }

    private boolean valid(String body, String signature) {
        if (appSecret == null) { // BUG: SignatureCheckBypassed
            return true;
        }
        String own = "sha256=" + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, appSecret).hmacHex(body);
        return MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    interface Events {
        void accept(String body);
    }
}

class Startup {
    private final byte[] key;

    Startup(String secret) {
        if (secret == null || secret.isBlank()) { // OK: SignatureCheckBypassed
            throw new IllegalStateException("webhook secret is not configured");
        }
        this.key = secret.getBytes(StandardCharsets.UTF_8);
    }

    boolean valid(byte[] body, byte[] signature) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return MessageDigest.isEqual(mac.doFinal(body), signature);
    }
}
