package net.halyard.vertx;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.JksOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.core.impl.logging.Logger;
import io.vertx.core.impl.logging.LoggerFactory;

class VertxApi extends AbstractVerticle {

    private static final Logger LOG = LoggerFactory.getLogger(VertxApi.class);
    private String partnerKey;

    @Override
    public void start() {
        partnerKey = config().getString("partner.apiKey");
        LOG.info("port " + config().getInteger("port"));
        LOG.info("key " + partnerKey); // BUG: SecretLogged
    }

    void check(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        String presented = request.getHeader("X-Partner-Key");
        if (presented.equals(partnerKey)) { // BUG: TimingUnsafeComparison
            ctx.next();
        }
        String token = ctx.queryParam("token").get(0);
        String key = ctx.queryParams().get("api_key"); // BUG: SecretFromQueryParameter
        JsonObject body = ctx.body().asJsonObject();
        LOG.info("user " + body.getString("user"));
        LOG.info("pass " + body.getString("password")); // BUG: SecretLogged
        ctx.response().setStatusCode(401).end("wrong key, wanted " + partnerKey); // BUG: SecretInResponse
        ctx.json(new JsonObject().put("apiKey", partnerKey)); // BUG: SecretInResponse
        ctx.fail(new IllegalStateException("key " + presented)); // BUG: SecretInErrorMessage
    }

    void call() {
        WebClient client = WebClient.create(vertx, new WebClientOptions().setTrustAll(true)); // BUG: DisabledTlsVerification
        client.getAbs("https://partner.example/v1").addQueryParam("page", "1").send();
        client.getAbs("https://partner.example/v1").addQueryParam("api_key", partnerKey).send(); // BUG: SecretInUrl
        client.getAbs("http://partner.example/v1").bearerTokenAuthentication(partnerKey).send(); // BUG: SecretOverPlainHttp
        client.getAbs("https://partner.example/v1").bearerTokenAuthentication(partnerKey).send();
        new TokenCredentials("tok_91x72kd83jf72lq0"); // BUG: HardcodedSecret
        new UsernamePasswordCredentials("svc", "Zx9!kd83jf72"); // BUG: HardcodedSecret
        new JksOptions().setPath("keys.jks").setPassword("tr0ub4dor-3"); // BUG: HardcodedSecret
        new PubSecKeyOptions().setAlgorithm("HS256").setBuffer("hmac-key-of-the-shop-9921"); // BUG: HardcodedSecret
        new HttpClientOptions().setVerifyHost(false); // BUG: DisabledTlsVerification
    }
}
