package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.client.Rfc9421Signer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shop.ShopApplication;

/**
 * Signatures of requests that come by HTTP/2, over sockets: there is no request line and no Host there, only {@code :method},
 * {@code :scheme}, {@code :authority} and {@code :path}.
 */
@Timeout(60)
class Http2SignatureTest {

    private static final byte[] SECRET = ShopApplication.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8);
    private static final String TEXT = "text/plain";
    private static final String TARGET = "/messages?x=%7e&y";

    private static Shop shop;

    private Map<Reason, Long> before = Map.of();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    @BeforeAll
    static void start() {
        shop = Shop.start("server.http2.enabled=true");
    }

    @AfterAll
    static void stop() {
        shop.close();
    }

    /** The first request of a connection without TLS is an upgrade from HTTP/1.1; the others are frames from the start. */
    @BeforeEach
    void upgrade() throws Exception {
        HttpRequest.Builder first = HttpRequest.newBuilder(uri(TARGET));
        new Rfc9421Signer("shop-webhook", SECRET).sign(first, "GET", uri(TARGET), null, new byte[0]);
        HttpResponse<String> answer = client.send(first.GET().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        before = outcomes();
    }

    private static Map<Reason, Long> outcomes() {
        return shop.context().getBean(Keywright.class).outcomes();
    }

    private static URI uri(String target) {
        return URI.create("http://127.0.0.1:" + shop.port() + target);
    }

    private int status(String target, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(target)).header("Content-Type", TEXT);
        headers.forEach(request::header);
        HttpResponse<String> answer =
                client.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        if (answer.statusCode() == 200 && target.startsWith("/messages")) {
            assertThat(answer.body()).isEqualTo("HTTP/2.0 shop-webhook sent " + body);
        }
        return answer.statusCode();
    }

    /** What was refused since the test began; counted, since of a flood the audit is shown a sample only. */
    private Map<Reason, Long> refusals() {
        Map<Reason, Long> since = new EnumMap<>(Reason.class);
        outcomes().forEach((reason, count) -> since.put(reason, count - before.get(reason)));
        since.remove(Reason.ADMITTED);
        since.values().removeIf(count -> count == 0);
        return since;
    }

    /** Signs by hand what the specification says, so that the test does not lean on our signer. */
    private static Map<String, String> signed(String body, Map<String, String> components) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        String contentDigest = "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ':';
        Map<String, String> all = new LinkedHashMap<>(components);
        all.put("content-digest", contentDigest);
        StringBuilder base = new StringBuilder();
        all.forEach((name, value) ->
                base.append('"').append(name).append("\": ").append(value).append('\n'));
        String parameters = "(\"" + String.join("\" \"", all.keySet()) + "\");created="
                + Instant.now().getEpochSecond() + ";nonce=\"nonce-" + System.nanoTime()
                + "-0123456789\";keyid=\"shop-webhook\";alg=\"hmac-sha256\"";
        base.append("\"@signature-params\": ").append(parameters);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        byte[] signature = mac.doFinal(base.toString().getBytes(StandardCharsets.US_ASCII));
        return Map.of(
                "Content-Digest",
                contentDigest,
                "Signature-Input",
                "sig=" + parameters,
                "Signature",
                "sig=:" + Base64.getEncoder().encodeToString(signature) + ':');
    }

    private static Map<String, String> everything() {
        Map<String, String> components = new LinkedHashMap<>();
        components.put("@method", "POST");
        components.put("@target-uri", uri(TARGET).toString());
        components.put("@authority", "127.0.0.1:" + shop.port());
        components.put("@path", "/messages");
        components.put("@query", "?x=%7e&y");
        components.put("content-type", TEXT);
        return components;
    }

    @Test
    void admitsWhatTheTargetUriAndItsPartsSayAndOnlyOnce() throws Exception {
        Map<String, String> headers = signed("tea", everything());
        assertThat(status(TARGET, headers, "tea")).isEqualTo(200);
        assertThat(status(TARGET, headers, "tea")).isEqualTo(401);
        assertThat(refusals()).isEqualTo(Map.of(Reason.SIGNATURE_REPLAYED, 1L));
    }

    @Test
    void refusesAnotherPathQueryOrBody() throws Exception {
        Map<String, String> parts = everything();
        parts.remove("@target-uri");
        Map<String, String> target =
                Map.of("@method", "POST", "@target-uri", uri(TARGET).toString());
        for (Map<String, String> covered : List.of(everything(), parts, target)) {
            Map<String, String> headers = signed("tea", covered);
            for (String other : List.of(
                    "/messages?x=%7E&y", "/messages?x=~&y", "/messages?x=%7e", "/messages", "/message%73?x=%7e&y")) {
                assertThat(status(other, headers, "tea")).as(other).isEqualTo(401);
            }
            assertThat(status(TARGET, headers, "teb")).isEqualTo(401);
            assertThat(status(TARGET, headers, "tea")).isEqualTo(200);
        }
        assertThat(refusals()).isEqualTo(Map.of(Reason.DIGEST_WRONG, 3L, Reason.SIGNATURE_WRONG, 15L));
    }

    @Test
    void refusesWhatWasSignedForAnotherAuthorityTargetOrMethod() throws Exception {
        String own = "127.0.0.1:" + shop.port();
        for (Map.Entry<String, String> other : Map.of(
                        "@authority", "localhost:" + shop.port(),
                        "@method", "PUT",
                        "@path", "/message%73",
                        "@query", "?",
                        "@target-uri", "https://" + own + TARGET)
                .entrySet()) {
            Map<String, String> components = everything();
            components.put(other.getKey(), other.getValue());
            assertThat(status(TARGET, signed("tea", components), "tea"))
                    .as(other.getKey())
                    .isEqualTo(401);
        }
        assertThat(refusals()).isEqualTo(Map.of(Reason.SIGNATURE_WRONG, 5L));
    }

    @Test
    void ourSignersAreUnderstoodByHttp2Too() throws Exception {
        byte[] body = "tea".getBytes(StandardCharsets.UTF_8);
        Map<String, String> message =
                new Rfc9421Signer("shop-webhook", SECRET).headers("POST", uri(TARGET), TEXT, body);
        assertThat(status(TARGET, message, "tea")).isEqualTo(200);
        assertThat(status(TARGET, message, "tea")).isEqualTo(401);
        Map<String, String> canonical =
                new CanonicalSigner("shop-webhook", SECRET).headers("POST", uri("/hooks"), TEXT, body);
        assertThat(status("/hooks", canonical, "teb")).isEqualTo(401);
        assertThat(status("/hooks", canonical, "tea")).isEqualTo(200);
        assertThat(status("/hooks", canonical, "tea")).isEqualTo(401);
    }
}
