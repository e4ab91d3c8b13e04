package com.acme.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.flogger.FluentLogger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.json.JSONObject;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

public class OAuthFlow {
    private static final FluentLogger logger = FluentLogger.forEnclosingClass();
    private static final Logger JBOSS = Logger.getLogger(OAuthFlow.class);
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OAuthFlow.class);
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    String exchange(URI endpoint, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(endpoint).POST(HttpRequest.BodyPublishers.ofString(form)).build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode node = mapper.readTree(response.body());
        String value = node.get("access_token").asText();
        logger.atInfo().log("got %s", value); // BUG: SecretLogged
        JBOSS.infof("refresh with %s in %d s", node.path("refresh_token").asText(), node.get("expires_in").asInt()); // BUG: SecretLogged
        LOG.info("token type {}, expires in {}", node.get("token_type").asText(), node.get("expires_in").asInt()); // OK: SecretLogged
        return value;
    }

    void organisation(JSONObject answer) {
        String t = answer.getString("id_token");
        MDC.put("idToken", t); // BUG: SecretLogged
        MDC.put("subject", answer.optString("sub")); // OK: SecretLogged
    }

    void basic(HttpRequest request) {
        request.headers().firstValue("Authorization").ifPresent(h -> LOG.debug("auth {}", h)); // BUG: SecretLogged
        request.headers().map().forEach((k, v) -> LOG.trace("{}: {}", k, v)); // BUG: SecretLogged
        Optional<String> id = request.headers().firstValue("X-Request-Id");
        id.ifPresent(LOG::info); // OK: SecretLogged
    }

    void session(javax.servlet.http.HttpServletRequest request) {
        LOG.info("session {} of {}", request.getSession().getId(), request.getRemoteUser()); // BUG: SecretLogged
        for (javax.servlet.http.Cookie c : request.getCookies()) {
            LOG.debug("cookie {}={}", c.getName(), c.getValue()); // BUG: SecretLogged
            LOG.debug("cookie {}", c.getName()); // OK: SecretLogged
        }
    }

    void payload(String clientId, String clientSecret) {
        Map<String, Object> body = Map.of("client_id", clientId, "client_secret", clientSecret);
        LOG.warn("posting {}", body); // BUG: SecretLogged
    }

    void json(String user, String password) {
        JSONObject o = new JSONObject();
        o.put("user", user);
        o.put("password", password);
        LOG.info("login body: " + o.toString()); // BUG: SecretLogged
    }

    void shortened(String accessToken) {
        LOG.info("token {}…", accessToken.substring(0, 4)); // OK: SecretLogged
        LOG.info("token of {} characters", accessToken.length()); // OK: SecretLogged
        LOG.info("token {}", fingerprint(accessToken)); // OK: SecretLogged
    }

    private static String fingerprint(String s) {
        return Integer.toHexString(s.hashCode());
    }
}
