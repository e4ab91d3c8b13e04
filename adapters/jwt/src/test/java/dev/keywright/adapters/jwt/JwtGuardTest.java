package dev.keywright.adapters.jwt;

import static dev.keywright.adapters.jwt.Tokens.AUDIENCE;
import static dev.keywright.adapters.jwt.Tokens.EC;
import static dev.keywright.adapters.jwt.Tokens.ISSUER;
import static dev.keywright.adapters.jwt.Tokens.NOW;
import static dev.keywright.adapters.jwt.Tokens.OTHER_RSA;
import static dev.keywright.adapters.jwt.Tokens.RSA;
import static dev.keywright.adapters.jwt.Tokens.claims;
import static dev.keywright.adapters.jwt.Tokens.header;
import static dev.keywright.adapters.jwt.Tokens.set;
import static dev.keywright.adapters.jwt.Tokens.sign;
import static dev.keywright.adapters.jwt.Tokens.signer;
import static dev.keywright.adapters.jwt.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guarded server that fetches its keys from another one, everything over real sockets. */
final class JwtGuardTest {

    private final BlockingQueue<AuditEvent> events = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private KeyServer keys;
    private HttpServer shop;

    @BeforeEach
    void start() throws IOException {
        keys = new KeyServer(set(RSA, EC));
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        JwtVerifier verifier = JwtVerifier.builder()
                .issuer(ISSUER)
                .audiences(AUDIENCE)
                .algorithms("RS256")
                .keysFrom(keys.uri())
                .clock(() -> NOW)
                .build();
        Keywright keywright = Keywright.builder()
                .bearerVerifier(verifier)
                .clock(() -> NOW)
                .auditSink(events::add)
                .withoutFailureThrottle()
                .build();
        shop.createContext("/orders", JdkHttpGuards.protect(keywright, new OrdersHandler()));
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.stop(0);
        keys.close();
    }

    private HttpResponse<String> call(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/orders"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyBadTokenIsRefusedWithTheSameBytesAndItsOwnReason() throws Exception {
        String good = token();
        JWSHeader hs =
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("2026-11").build();
        List<String> bad = List.of(
                "",
                "Bearer",
                "Bearer x.y.z",
                "Bearer " + good + "x.",
                "Bearer " + new PlainJWT(claims().build()).serialize(),
                "Bearer "
                        + sign(
                                hs,
                                claims().build(),
                                new MACSigner(RSA.toRSAPublicKey().getEncoded())),
                "Bearer " + sign(header().build(), claims().build(), signer(OTHER_RSA)),
                "Bearer " + sign(header().keyID("other").build(), claims().build()),
                "Bearer " + token(c -> c.issuer("https://evil.example")),
                "Bearer " + token(c -> c.audience("other")),
                "Bearer " + token(c -> c.expirationTime(Date.from(NOW.minusSeconds(31)))),
                "Bearer " + token(c -> c.expirationTime(null)),
                "Bearer " + token(c -> c.notBeforeTime(Date.from(NOW.plusSeconds(31)))));
        Set<String> answers = new HashSet<>();
        for (String authorization : bad) {
            HttpResponse<String> answer = call(authorization);
            TreeMap<String, List<String>> headers =
                    new TreeMap<>(answer.headers().map());
            assertThat(headers.remove("date")).hasSize(1);
            assertThat(headers.remove("x-request-id")).hasSize(1);
            answers.add(answer.statusCode() + " " + headers + " " + answer.body());
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next())
                .startsWith("401 ")
                .contains("www-authenticate=[Bearer realm=\"api\"]")
                .endsWith(" {\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
        assertThat(events.stream().map(AuditEvent::reason).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Reason.CREDENTIAL_MISSING,
                        Reason.CREDENTIAL_MALFORMED,
                        Reason.CREDENTIAL_UNKNOWN,
                        Reason.TOKEN_SIGNATURE_WRONG,
                        Reason.TOKEN_CLAIMS_WRONG,
                        Reason.TOKEN_EXPIRED,
                        Reason.TOKEN_NOT_YET_VALID);
        assertThat(events.toString()).doesNotContain(good.substring(good.lastIndexOf('.')));
    }

    @Test
    void aGoodTokenNamesTheCallerAndOneWithoutTheScopeIsTold() throws Exception {
        HttpResponse<String> good = call("Bearer " + token());
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.body()).isEqualTo("ada (key token-1)");
        HttpResponse<String> poor = call("Bearer " + token(c -> c.claim("scope", "orders:write")));
        assertThat(poor.statusCode()).isEqualTo(403);
        assertThat(poor.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"orders:read\"");
    }

    @Test
    void withoutKeysTheEndpointIsClosed() throws Exception {
        keys.answer(KeyServer.text(500, ""));
        HttpResponse<String> answer = call("Bearer " + token());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(call("").statusCode()).isEqualTo(401);
    }
}
