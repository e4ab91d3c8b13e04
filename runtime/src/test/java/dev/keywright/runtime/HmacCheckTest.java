package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.body.BodyBudget;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.signature.CanonicalScheme;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class HmacCheckTest {

    private static final String FIRST = "first-secret-of-more-than-32-bytes-length";
    private static final String SECOND = "second-secret-of-more-than-32-bytes-length";
    private static final EndpointPolicy HOOK = EndpointPolicy.of("shop.Hook#receive()")
            .hmac(HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 KiB"))
            .build();

    private final MutableClock clock = new MutableClock();
    private final MemoryNonceStore nonces = MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(50);
    private final Keywright keywright = builder().build();

    private Keywright.Builder builder() {
        return Keywright.builder()
                .secrets(Secrets.of(Map.of("shop-webhook", "a=" + FIRST + " b=" + SECOND)))
                .clock(clock)
                .nonceStore(nonces)
                .withoutFailureThrottle()
                .auditSink(event -> {});
    }

    private CanonicalSigner signer(String keyId, String secret) {
        return new CanonicalSigner(keyId, secret.getBytes(StandardCharsets.UTF_8), clock);
    }

    private Map<String, String> signature(FakeExchange exchange, CanonicalSigner signer) {
        List<String> type = exchange.headers("Content-Type");
        return signer.headers(exchange.method(), exchange.uri(), type.isEmpty() ? null : type.get(0), exchange.bytes());
    }

    private FakeExchange signed(FakeExchange exchange) {
        return exchange.headers(signature(exchange, signer("a", FIRST)));
    }

    private FakeExchange post() {
        return FakeExchange.post("/hook%2Fa?x=%7e&y", "{\"a\":1}").header("Content-Type", "application/json");
    }

    private Reason reason(Exchange exchange) {
        return reason(keywright, HOOK, exchange);
    }

    private static Reason reason(Keywright keywright, EndpointPolicy policy, Exchange exchange) {
        return Walk.check(keywright, policy, exchange) instanceof Denied denied ? denied.reason() : Reason.ADMITTED;
    }

    @Test
    void refusesARequestThatDiffersInAnyPartFromTheSignedOne() {
        assertThat(reason(signed(post()).content("{\"a\":2}"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(post()).method("PUT"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(post()).target("/hook/a?x=%7e&y"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(post()).target("/hook%2fa?x=%7e&y"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(post()).target("/hook%2Fa?x=%7E&y"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(post()).target("/hook%2Fa"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(post()).host("127.0.0.1"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(FakeExchange.get("/hook")).header("Content-Type", "text/plain")))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(FakeExchange.get("/hook?")).target("/hook"))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(signed(FakeExchange.get("/hook")).method("HEAD"))).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void refusesMissingRepeatedAndMalformedParts() {
        Map<String, String> good = signature(post(), signer("a", FIRST));
        for (String name : good.keySet()) {
            Map<String, String> fewer = new HashMap<>(good);
            fewer.remove(name);
            assertThat(reason(post().headers(fewer)))
                    .as(name)
                    .isIn(Reason.CREDENTIAL_MISSING, Reason.CREDENTIAL_MALFORMED);
            assertThat(reason(post().headers(good).header(name, good.get(name))))
                    .as(name)
                    .isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        }
        malformed(good, "X-API-Timestamp", "1790000000 ", "+179000000", "17900000000", "", "١٧٩٠٠٠٠٠٠٠");
        malformed(good, "X-API-Nonce", "short", "a".repeat(129), "with space in the nonce", "nönce-of-good-length");
        malformed(good, "X-API-Signature", "x", "!".repeat(44), "A".repeat(44), "é".repeat(44));
        assertThat(reason(post().headers(good))).isEqualTo(Reason.ADMITTED);
    }

    private void malformed(Map<String, String> good, String name, String... values) {
        for (String value : values) {
            Map<String, String> changed = new HashMap<>(good);
            changed.put(name, value);
            assertThat(reason(post().headers(changed))).as(name + ": " + value).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        }
    }

    @Test
    void refusesWhatIsOutsideTheWindow() {
        FakeExchange late = signed(post());
        clock.advance(Duration.ofSeconds(301));
        assertThat(reason(late)).isEqualTo(Reason.SIGNATURE_STALE);
        clock.advance(Duration.ofSeconds(31));
        FakeExchange early = signed(post());
        clock.advance(Duration.ofSeconds(-31));
        assertThat(reason(early)).isEqualTo(Reason.SIGNATURE_STALE);
    }

    @Test
    void theWindowEndsToTheMillisecond() {
        FakeExchange last = signed(post());
        FakeExchange late = signed(post());
        clock.advance(Duration.ofSeconds(300));
        assertThat(reason(last)).isEqualTo(Reason.ADMITTED);
        clock.advance(Duration.ofMillis(1));
        assertThat(reason(late)).isEqualTo(Reason.SIGNATURE_STALE);

        clock.advance(Duration.ofMillis(29_999));
        FakeExchange first = signed(post());
        FakeExchange early = signed(post());
        clock.advance(Duration.ofMillis(-30_001));
        assertThat(reason(early)).isEqualTo(Reason.SIGNATURE_STALE);
        clock.advance(Duration.ofMillis(1));
        assertThat(reason(first)).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void remembersANonceOfTheFutureForAsLongAsItsSignatureServes() {
        clock.advance(Duration.ofSeconds(30));
        FakeExchange ahead = signed(post());
        clock.advance(Duration.ofSeconds(-30));
        assertThat(reason(ahead)).isEqualTo(Reason.ADMITTED);
        clock.advance(Duration.ofSeconds(330));
        assertThat(reason(ahead)).isEqualTo(Reason.SIGNATURE_REPLAYED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(reason(ahead)).isEqualTo(Reason.SIGNATURE_STALE);
    }

    @Test
    void refusesAPartWhoseLowBytesAreThoseOfTheSignedText() {
        for (String path : List.of("/hook%2F\u0161?x=%7e&y", "/hook%2F\ud861?x=%7e&y")) {
            FakeExchange exchange = signed(post()).target(path);
            assertThat(reason(exchange)).as(path).isEqualTo(Reason.SIGNATURE_WRONG);
        }
        assertThat(reason(signed(post()).replace("Content-Type", "\u0161pplication/json")))
                .isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void refusesALineBreakThatWouldMakeTwoTextsOne() {
        // Signed by somebody who has the key, so that nothing else can be wrong with it.
        Map<String, String> headers = new HashMap<>(signature(FakeExchange.get("/hook"), signer("a", FIRST)));
        String split = "text/plain\n1790000000";
        CanonicalScheme form = new CanonicalScheme();
        String timestamp = Objects.requireNonNull(headers.get("X-API-Timestamp"));
        String nonce = Objects.requireNonNull(headers.get("X-API-Nonce"));
        byte[] digest = Digests.sha256().digest();
        form.write("a", "GET", "localhost", "/hook", null, split, timestamp, nonce, digest);
        Mac mac = Digests.hmacSha256(new SecretKeySpec(FIRST.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        headers.put("X-API-Signature", Base64.getEncoder().encodeToString(mac.doFinal(form.toByteArray())));
        assertThat(reason(
                        FakeExchange.get("/hook").header("Content-Type", split).headers(headers)))
                .isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void looksAtTheWindowAgainBeforeANonceIsRecorded() {
        FakeExchange exchange = signed(post());
        clock.advance(Duration.ofSeconds(299));
        Attempt attempt = keywright.attempt(HOOK, exchange);
        assertThat(attempt.transportAllowed()
                        && attempt.withinOpenLimits()
                        && attempt.signaturePresented()
                        && attempt.credentialsKnown()
                        && attempt.bodyCaptured()
                        && attempt.signatureValid()
                        && attempt.inGoodStanding()
                        && attempt.nonceUnseen())
                .isTrue();
        // As when the body came slowly: another request's nonce may be forgotten by now.
        clock.advance(Duration.ofSeconds(2));
        assertThat(attempt.nonceRecorded()).isFalse();
        assertThat(attempt.denied().reason()).isEqualTo(Reason.SIGNATURE_STALE);
        assertThat(nonces.size("shop-webhook/a")).isZero();
    }

    @Test
    void refusesWhatMayHaveBeenAdmittedBeforeAStoreLostItsDataMeanwhile() {
        NonceStore lossy = new NonceStore() {
            private long born = clock.millis() - 3_600_000;

            @Override
            public Answer record(String credential, String nonce, long expiresAtMillis, long nowMillis) {
                // Between the look at the window and now, and another request has learned of it already.
                born = nowMillis;
                return Answer.RECORDED;
            }

            @Override
            public boolean seen(String credential, String nonce) {
                return false;
            }

            @Override
            public long bornAtMillis() {
                return born;
            }
        };
        assertThat(reason(builder().nonceStore(lossy).build(), HOOK, signed(post())))
                .isEqualTo(Reason.SIGNATURE_STALE);
    }

    @Test
    void refusesWhatAnEarlierProcessMayHaveAdmitted() {
        Keywright fresh =
                builder().nonceStore(MemoryNonceStore.bornNow(clock, 10)).build();
        clock.advance(Duration.ofSeconds(29));
        assertThat(reason(fresh, HOOK, signed(post()))).isEqualTo(Reason.SIGNATURE_STALE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(reason(fresh, HOOK, signed(post()))).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void admitsOnceAndRefusesTheSameAgain() {
        Map<String, String> signature = signature(post(), signer("a", FIRST));
        assertThat(reason(post().headers(signature))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(post().headers(signature))).isEqualTo(Reason.SIGNATURE_REPLAYED);
        clock.advance(Duration.ofSeconds(300));
        assertThat(reason(post().headers(signature))).isEqualTo(Reason.SIGNATURE_REPLAYED);
    }

    @Test
    void verifiesEveryValueOfASecretByItsKeyId() {
        FakeExchange byFirst = post();
        FakeExchange bySecond = post();
        FakeExchange wrongId = post();
        FakeExchange unknownId = post();
        byFirst.headers(signature(byFirst, signer("a", FIRST)));
        bySecond.headers(signature(bySecond, signer("b", SECOND)));
        wrongId.headers(signature(wrongId, signer("b", FIRST)));
        unknownId.headers(signature(unknownId, signer("c", FIRST)));
        assertThat(reason(byFirst)).isEqualTo(Reason.ADMITTED);
        assertThat(reason(bySecond)).isEqualTo(Reason.ADMITTED);
        assertThat(reason(wrongId)).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(unknownId)).isEqualTo(Reason.CREDENTIAL_UNKNOWN);
    }

    @Test
    void refusesAnUnknownKeyIdOnlyAfterTheWorkOfAWrongSignature() {
        FakeExchange unknown = post();
        unknown.headers(signature(unknown, signer("c", FIRST)));
        assertThat(reason(unknown)).isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        assertThat(unknown.body().isCaptured()).isTrue();
    }

    @Test
    void bindsASignatureToAPublicOriginEvenWhenAProxyRewritesHost() {
        Keywright shop =
                builder().publicOrigins(URI.create("https://api.shop.example")).build();
        FakeExchange rewritten = signed(post().host("api.shop.example"));
        assertThat(reason(shop, HOOK, rewritten.host("backend:8080"))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(shop, HOOK, signed(post().host("API.shop.example:443"))))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(shop, HOOK, signed(post().host("other.example")))).isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(keywright, HOOK, signed(post().host("other.example"))))
                .isEqualTo(Reason.AUTHORITY_UNKNOWN);
    }

    @Test
    void boundsTheBody() {
        FakeExchange large = FakeExchange.post("/hook", "x".repeat(1025));
        Denied denied = (Denied) Walk.check(keywright, HOOK, signed(large));
        assertThat(denied.status()).isEqualTo(413);
        assertThat(denied.closeConnection()).isTrue();
        assertThat(reason(signed(FakeExchange.post("/hook", "x".repeat(1024))))).isEqualTo(Reason.ADMITTED);
        BodyBudget tight = new BodyBudget(10);
        assertThat(reason(signed(post().budget(tight)))).isEqualTo(Reason.BODY_BUDGET);
        assertThat(tight.heldBytes()).isZero();
    }

    @Test
    void answers503ToTheCredentialWhoseMemoryIsFullAndServesOthers() {
        for (int i = 0; i < 50; i++) {
            assertThat(reason(signed(post()))).isEqualTo(Reason.ADMITTED);
        }
        assertThat(((Denied) Walk.check(keywright, HOOK, signed(post()))).status())
                .isEqualTo(503);
        FakeExchange other = post();
        other.headers(signature(other, signer("b", SECOND)));
        assertThat(reason(other)).isEqualTo(Reason.ADMITTED);
        clock.advance(Duration.ofSeconds(340));
        assertThat(reason(signed(post()))).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void demandsBothWhereBothAreDeclaredAndSpendsNoNonceOnARefusal() {
        MemoryKeyStore store = new MemoryKeyStore();
        NewApiKey key = ApiKeys.create("shop", "acme");
        store.put(key.record());
        Keywright both = builder().keyStore(store).build();
        EndpointPolicy policy = EndpointPolicy.of("shop.Hook#both()")
                .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
                .hmac(HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 KiB"))
                .limit(LimitBy.CREDENTIAL, "1 per hour")
                .build();
        assertThat(reason(both, policy, post().header("X-API-Key", key.key()))).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(both, policy, signed(post()))).isEqualTo(Reason.CREDENTIAL_MISSING);
        Verdict verdict = Walk.check(both, policy, signed(post()).header("X-API-Key", key.key()));
        assertThat(((Admitted) verdict).caller().mechanisms()).hasSize(2);
        int used = nonces.size("shop-webhook/a");
        assertThat(reason(both, policy, signed(post()).header("X-API-Key", key.key())))
                .isEqualTo(Reason.LIMIT_CREDENTIAL);
        assertThat(nonces.size("shop-webhook/a")).isEqualTo(used);
    }

    @Test
    void takesEitherAKeyOrASignature() {
        MemoryKeyStore store = new MemoryKeyStore();
        NewApiKey key = ApiKeys.create("shop", "acme");
        store.put(key.record());
        Keywright either = builder().keyStore(store).build();
        EndpointPolicy policy = EndpointPolicy.of("shop.Hook#either()")
                .anyOf(
                        ApiKeyPolicy.of("X-API-Key", "", ""),
                        HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 KiB"))
                .build();
        assertThat(reason(either, policy, post())).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(either, policy, signed(post()))).isEqualTo(Reason.ADMITTED);
        FakeExchange byKey = post().header("X-API-Key", key.key());
        assertThat(reason(either, policy, byKey)).isEqualTo(Reason.ADMITTED);
        assertThat(byKey.body().isCaptured()).isFalse();
        assertThat(reason(either, policy, signed(post()).header("X-API-Key", key.key())))
                .isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
    }
}
