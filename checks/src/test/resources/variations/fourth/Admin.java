package net.portalix.admin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.shiro.authc.*;
import org.apache.shiro.authc.credential.CredentialsMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import play.mvc.Http;
import play.mvc.Result;
import play.mvc.Results;
import ratpack.handling.Context;
import spark.Request;
import spark.Response;

public class Admin implements HttpHandler {
    private static final Logger log = LoggerFactory.getLogger(Admin.class);
    private final Properties conf;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    Admin(Properties conf) {
        this.conf = conf;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String got = exchange.getRequestHeaders().getFirst("X-Admin-Token");
        if (!conf.getProperty("admin.token").equals(got)) { // BUG: TimingUnsafeComparison
            exchange.setStatusCode(401);
            return;
        }
        log.debug("admin call with {}", got); // BUG: SecretLogged
        log.debug("admin call from {}", exchange.getSourceAddress()); // OK: SecretLogged
        exchange.getResponseSender().send("ok"); // OK: SecretInResponse
    }

    /** Spark. */
    Object spark(Request request, Response response) {
        String sid = request.cookie("SESSION_TOKEN");
        log.info("visit by {}", sid); // BUG: SecretLogged
        return sessions.get(sid); // BUG: RawKeyLookup
    }

    /** Play. */
    Result play(Http.Request request) {
        String apiKey = request.header("X-Api-Key").orElse("");
        if (!sessions.containsKey(DigestUtils.sha256Hex(apiKey))) { // OK: RawKeyLookup
            return Results.unauthorized("no such key: " + apiKey); // BUG: SecretInErrorMessage
        }
        return Results.ok();
    }

    /** Ratpack. */
    void ratpack(Context ctx) {
        Optional<String> token = Optional.ofNullable(ctx.getRequest().getHeaders().get("Authorization"));
        token.map(t -> t.replaceFirst("^Bearer ", "")).ifPresent(t -> log.info("bearer={}", t)); // BUG: SecretLogged
    }

    void dump(HttpServerExchange exchange) {
        exchange.getRequestHeaders().forEach(h -> log.trace("{} {}", h.getHeaderName(), h)); // BUG: SecretLogged
        String names = exchange.getRequestHeaders().getHeaderNames().stream().map(Object::toString).collect(Collectors.joining());
        log.trace("headers: {}", names); // OK: SecretLogged
    }

    boolean host(HttpServerExchange exchange) {
        return "localhost".equals(exchange.getRequestHeaders().getFirst(Headers.HOST)); // OK: TimingUnsafeComparison
    }
}

class PlainMatcher implements CredentialsMatcher {
    @Override
    public boolean doCredentialsMatch(AuthenticationToken token, AuthenticationInfo info) {
        String entered = new String((char[]) token.getCredentials());
        String kept = info.getCredentials().toString();
        return entered.equals(kept); // BUG: TimingUnsafeComparison
    }
}

class LoginFailed extends RuntimeException {
    LoginFailed(UsernamePasswordToken t) {
        super("login failed for " + t.getUsername() + " with " + String.valueOf(t.getPassword())); // BUG: SecretInErrorMessage
    }

    LoginFailed(String user) {
        super("login failed for " + user); // OK: SecretInErrorMessage
    }
}
