package net.halyard.shop;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.UsernamePasswordCredentials;
import io.micronaut.security.token.render.BearerAccessRefreshToken;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/parcels")
class MicronautShop {

    private static final Logger LOG = LoggerFactory.getLogger(MicronautShop.class);

    @Value("${carrier.api-key}")
    String carrier;

    @Value("${carrier.client-secret:s3cr3t-default-99}") // BUG: DefaultSecretFallback
    String fallback;

    @Property(name = "carrier.webhook-secret")
    String hook;

    private final HttpClient client;

    MicronautShop(HttpClient client) {
        this.client = client;
    }

    @Get("/header")
    HttpResponse<?> header(@Header("X-Api-Key") String presented) {
        if (presented.equals(carrier)) { // BUG: TimingUnsafeComparison
            return HttpResponse.ok();
        }
        LOG.warn("rejected {}", presented); // BUG: SecretLogged
        return HttpResponse.unauthorized();
    }

    @Get("/auth")
    HttpResponse<?> auth(@Header(name = "Authorization") String value, @Header("X-Request-Id") String id) {
        LOG.info("request {}", id);
        LOG.debug("caller sent {}", value); // BUG: SecretLogged
        return HttpResponse.ok();
    }

    @Get("/session")
    HttpResponse<?> session(@CookieValue("SESSION_TOKEN") String cookie, @CookieValue("theme") String theme) {
        LOG.info("theme {}", theme);
        LOG.info("cookie {}", cookie); // BUG: SecretLogged
        return HttpResponse.ok();
    }

    @Get("/legacy")
    HttpResponse<?> legacy(@QueryValue("api_key") String presented) { // BUG: SecretFromQueryParameter
        return HttpResponse.ok();
    }

    @Get("/raw")
    HttpResponse<?> raw(HttpRequest<?> request) {
        String presented = request.getHeaders().get("X-Webhook-Token");
        if (!hook.equals(presented)) { // BUG: TimingUnsafeComparison
            return HttpResponse.unauthorized();
        }
        String bearer = request.getHeaders().getAuthorization().orElse("");
        LOG.info("bearer {}", bearer); // BUG: SecretLogged
        request.getCookies().findCookie("refresh_token").ifPresent(c -> LOG.info(c.getValue())); // BUG: SecretLogged
        return HttpResponse.ok();
    }

    @Get("/echo")
    HttpResponse<String> echo() {
        return HttpResponse.ok(carrier); // BUG: SecretInResponse
    }

    @Get("/echo-header")
    MutableHttpResponse<String> echoHeader() {
        return HttpResponse.ok("fine").header("X-Carrier-Key", carrier); // BUG: SecretInResponse
    }

    @Get("/echo-body")
    MutableHttpResponse<?> echoBody() {
        return HttpResponse.badRequest().body("key was " + carrier); // BUG: SecretInResponse // BUG: SecretInErrorMessage
    }

    void call() {
        URI uri = UriBuilder.of("https://carrier.example/v1").queryParam("apikey", carrier).build(); // BUG: SecretInUrl
        MutableHttpRequest<?> request = HttpRequest.GET("https://carrier.example/v1?key=" + carrier); // BUG: SecretInUrl
        HttpRequest.GET("https://carrier.example/v1").bearerAuth(carrier).header("X-Api-Key", carrier);
        HttpRequest.GET("http://carrier.example/v1").bearerAuth(carrier); // BUG: SecretOverPlainHttp
        client.toBlocking().retrieve(request.uri(uri));
    }

    void render(UsernamePasswordCredentials credentials, BearerAccessRefreshToken token, Authentication who) {
        LOG.info("login {}", credentials.getUsername());
        LOG.info("login {}", credentials.getPassword()); // BUG: SecretLogged
        LOG.info("issued {}", token.getAccessToken()); // BUG: SecretLogged
        LOG.info("issued {}", token.getRefreshToken()); // BUG: SecretLogged
        LOG.info("expires {}", token.getExpiresIn());
        LOG.info("who {}", who.getName());
        Cookie cookie = Cookie.of("theme", "dark");
        LOG.info("cookie {}", cookie);
    }
}
