package dev.keywright.adapters.jwt;

import static dev.keywright.adapters.jwt.Tokens.AUDIENCE;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.TokenStoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys from a server, over real sockets. */
final class RemoteKeysTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private KeyServer server;
    private JwtVerifier verifier;

    @BeforeEach
    void start() throws Exception {
        server = new KeyServer(set(RSA));
        verifier = builder().build();
    }

    private JwtVerifier.Builder builder() {
        return JwtVerifier.builder()
                .issuer(ISSUER)
                .audiences(AUDIENCE)
                .algorithms("RS256")
                .keysFrom(server.uri())
                .maxLifetime(Duration.ofDays(2))
                .clock(now::get);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void advance(long seconds) {
        now.updateAndGet(instant -> instant.plusSeconds(seconds));
    }

    private Reason reason(String token) throws TokenStoreException {
        return verifier.verify(token) instanceof BearerAnswer.Refused refused ? refused.reason() : Reason.ADMITTED;
    }

    private void isUnavailable(String token) {
        assertThatExceptionOfType(TokenStoreException.class)
                .isThrownBy(() -> verifier.verify(token))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(token));
    }

    private static String rotated() {
        return sign(header().keyID("2026-12").build(), claims().build(), signer(OTHER_RSA));
    }

    @Test
    void keysAreAskedForOnceAndKept() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        }
        advance(599);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        assertThat(server.asked).hasValue(1);
        advance(1);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        assertThat(server.asked).hasValue(2);
        assertThat(verifier.health()).isEqualTo(Health.UP);
    }

    @Test
    void aNewKeyIsAskedForWhenATokenNamesIt() throws Exception {
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        server.answer(KeyServer.text(200, set(RSA, OTHER_RSA)));
        assertThat(reason(rotated())).as("too soon to ask again").isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        advance(30);
        assertThat(reason(rotated())).isEqualTo(Reason.ADMITTED);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        server.answer(KeyServer.text(200, set(OTHER_RSA)));
        advance(600);
        assertThat(reason(token(
                        c -> c.expirationTime(java.util.Date.from(now.get().plusSeconds(60))))))
                .as("a key that was taken away")
                .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
    }

    @Test
    void madeUpKeyIdsDoNotMakeItAskAgainAndAgain() throws Exception {
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        advance(30);
        for (int i = 0; i < 200; i++) {
            assertThat(reason(sign(header().keyID("made-up-" + i).build(), claims().build())))
                    .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        }
        assertThat(server.asked).hasValue(2);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void withoutKeysNothingIsVerified() throws Exception {
        server.answer(KeyServer.text(500, ""));
        isUnavailable(token());
        assertThat(verifier.health()).isEqualTo(Health.DOWN);
        isUnavailable(token());
        assertThat(server.asked).as("not at once again").hasValue(1);
        server.answer(KeyServer.text(200, set(RSA)));
        advance(3);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        assertThat(verifier.health()).isEqualTo(Health.UP);
    }

    @Test
    void aNodeThatGetsNoTokensBecauseItIsDownFindsOutThatTheKeysAreThere() throws Exception {
        server.answer(KeyServer.text(500, ""));
        isUnavailable(token());
        assertThat(verifier.health()).isEqualTo(Health.DOWN);
        server.answer(KeyServer.text(200, set(RSA)));
        advance(3);
        assertThat(verifier.health()).isEqualTo(Health.UP);
    }

    @Test
    void knownKeysServeOnForAWhileAndNotLonger() throws Exception {
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        server.answer(KeyServer.text(503, ""));
        advance(600);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        assertThat(verifier.health()).isEqualTo(Health.DOWN);
        isUnavailable(rotated());
        advance(3_599);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
        advance(1);
        isUnavailable(token());
        server.answer(KeyServer.text(200, set(RSA)));
        advance(3);
        assertThat(reason(token())).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void answersThatAreNoKeySetAreFailures() throws Exception {
        List<KeyServer.Answer> bad = List.of(
                KeyServer.text(200, ""),
                KeyServer.text(200, "<html>"),
                KeyServer.text(200, "{\"keys\":[]}"),
                KeyServer.text(200, "{\"keys\":[" + "{\"kty\":\"RSA\"},".repeat(3) + "{}]}"),
                KeyServer.text(204, ""),
                KeyServer.text(404, set(RSA)),
                KeyServer.text(200, set(RSA) + " ".repeat(300_000)),
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    KeyServer.text(302, set(RSA)).to(exchange);
                },
                exchange -> exchange.sendResponseHeaders(200, 1_000));
        for (KeyServer.Answer answer : bad) {
            verifier = builder().fetchTimeout(Duration.ofMillis(500)).build();
            server.answer(answer);
            isUnavailable(token());
        }
        assertThat(server.paths).as("no redirect is followed").containsOnly("/jwks.json");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedFor() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        verifier = builder().fetchTimeout(Duration.ofMillis(200)).build();
        isUnavailable(token());
        end.countDown();
    }

    @Test
    void manyAtOnceAskOnce() throws Exception {
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            String token = token();
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Reason>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(pool.submit(() -> {
                    start.await();
                    return reason(token);
                }));
            }
            for (Future<Reason> answer : answers) {
                assertThat(answer.get()).isEqualTo(Reason.ADMITTED);
            }
            assertThat(server.asked).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }
}
