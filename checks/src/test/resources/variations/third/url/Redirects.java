package com.acme.sso;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.client.WebClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.ContainerProvider;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.core.UriBuilder;
import org.apache.hc.core5.net.URIBuilder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

@Controller
public class Redirects {
    private final Tokens tokens;

    Redirects(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/sso/done")
    public String done(java.security.Principal user) {
        String jwt = tokens.createAccessToken(user.getName());
        return "redirect:https://app.acme.example/#/login?token=" + jwt; // BUG: SecretInUrl
    }

    void success(HttpServletRequest request, HttpServletResponse response, String refreshToken) throws IOException {
        String target = UriBuilder.fromUri("https://app.acme.example/").queryParam("refresh_token", refreshToken).build().toString(); // BUG: SecretInUrl
        response.sendRedirect(target);
    }

    void back(HttpServletResponse response, String state, String error) throws IOException {
        response.sendRedirect("/login?state=" + state + "&error=" + error); // OK: SecretInUrl
    }

    RedirectView view(String apiKey) {
        RedirectView v = new RedirectView("/keys/shown?key=" + apiKey); // BUG: SecretInUrl
        v.setExposeModelAttributes(false);
        return v;
    }

    void vertx(HttpServerResponse response, String sessionToken) {
        response.putHeader("Location", "/app?sid=" + sessionToken).setStatusCode(302).end(); // BUG: SecretInUrl
    }

    void vertxClient(WebClient client, String apiSecret) {
        client.get(443, "api.acme.example", "/v1").addQueryParam("api_secret", apiSecret).send(); // BUG: SecretInUrl
    }

    void socket(String accessToken) throws Exception {
        URI uri = URI.create("wss://stream.acme.example/ws?access_token=" + accessToken); // BUG: SecretInUrl
        ContainerProvider.getWebSocketContainer().connectToServer(Redirects.class, uri);
    }

    URI hc5(String password) throws Exception {
        return new URIBuilder("https://acme.example/login").setParameter("user", "x").setParameter("password", password).build(); // BUG: SecretInUrl
    }

    String parameters(String user, String token) {
        Map<String, String> p = new LinkedHashMap<>();
        p.put("user", user);
        p.put("auth_token", token);
        return "https://sms.acme.example/send?" + p.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&")); // BUG: SecretInUrl
    }

    String cacheKey(String apiKeyId, String nextPageToken) {
        return "https://api.acme.example/list?keyId=" + apiKeyId + "&pageToken=" + nextPageToken; // OK: SecretInUrl
    }

    String docs(String passwordPolicyName, String tokenType) {
        return "https://docs.acme.example/policy?name=" + passwordPolicyName + "&type=" + tokenType; // OK: SecretInUrl
    }

    String i18n(String locale) {
        return "https://app.acme.example/messages?key=password.invalid&locale=" + locale; // OK: SecretInUrl
    }

    String mongo(MongoSettings m) {
        return "mongodb://" + m.user() + ":" + m.password() + "@" + m.host() + "/app"; // BUG: SecretInUrl
    }

    String git(String owner, String personalAccessToken) {
        return String.format("https://%s@github.com/%s/repo.git", personalAccessToken, owner); // BUG: SecretInUrl
    }
}

interface Tokens {
    String createAccessToken(String user);
}

record MongoSettings(String host, String user, String password) {
    @Override
    public String toString() {
        return "MongoSettings[" + host + "]"; // OK: SecretInToString
    }
}
