package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerToken;
import dev.keywright.runtime.token.BearerVerifier;
import dev.keywright.runtime.token.IssuedTokens;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BearerCheckTest {

    private static final EndpointPolicy READ = EndpointPolicy.of("shop.Orders#list()")
            .bearer(BearerPolicy.of("", "", "orders:read"))
            .build();
    private static final EndpointPolicy ANY = EndpointPolicy.of("shop.Orders#any()")
            .anyOf(
                    ApiKeyPolicy.of("X-API-Key", "", ""),
                    BearerPolicy.of("", "", "orders:read"),
                    HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 KiB"))
            .build();

    private final MutableClock clock = new MutableClock();
    private final TokenService tokens = TokenService.builder(new MemoryTokenStore())
            .prefix("shop")
            .clock(clock)
            .build();
    private final MemoryKeyStore keys = new MemoryKeyStore();
    private final List<AuditEvent> events = new ArrayList<>();
    private final Keywright keywright = builder().build();

    private Keywright.Builder builder() {
        return Keywright.builder()
                .bearerVerifier(tokens)
                .keyStore(keys)
                .secrets(Secrets.of(Map.of("shop-webhook", "a=a-secret-of-more-than-32-bytes-length")))
                .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(10))
                .clock(clock)
                .auditSink(events::add)
                .withoutFailureThrottle();
    }

    private IssuedTokens issue(String owner, String... scopes) throws Exception {
        return tokens.issue(owner, Set.of(scopes));
    }

    private String token() throws Exception {
        return issue("ada", "orders:read").accessToken();
    }

    private static FakeExchange get() {
        return FakeExchange.get("/orders");
    }

    private static FakeExchange bearer(String token) {
        return get().header("Authorization", "Bearer " + token);
    }

    private Reason reason(EndpointPolicy policy, Exchange exchange) {
        return reason(keywright, policy, exchange);
    }

    private static Reason reason(Keywright keywright, EndpointPolicy policy, Exchange exchange) {
        return Walk.check(keywright, policy, exchange) instanceof Denied denied ? denied.reason() : Reason.ADMITTED;
    }

    @Test
    void everyFailureToAuthenticateIsRefusedWithTheSameBytes() throws Exception {
        String good = token();
        String revoked = token();
        tokens.revoke(revoked);
        IssuedTokens issued = issue("ada", "orders:read");
        String old = token();
        clock.advance(Duration.ofMinutes(10));
        String fresh = token();
        List<FakeExchange> bad = List.of(
                get(),
                get().header("Authorization", ""),
                get().header("Authorization", "Bearer"),
                get().header("Authorization", "Bearer "),
                get().header("Authorization", "Bearer  ="),
                get().header("Authorization", "Bearer\t" + fresh),
                get().header("Authorization", " Bearer " + fresh),
                get().header("Authorization", "Bearer " + fresh + " "),
                get().header("Authorization", "Bearer " + fresh + ","),
                get().header("Authorization", "Bearer " + fresh + ", Bearer " + fresh),
                get().header("Authorization", "Bearer \"" + fresh + "\""),
                get().header("Authorization", "Bearer é" + fresh),
                get().header("Authorization", "Bearer " + "a".repeat(8_193)),
                get().header("Authorization", "BearerX " + fresh),
                get().header("Authorization", "Basic " + fresh),
                get().header("Authorization", "ApiKey " + fresh),
                get().header("Authorization", fresh),
                get().header("Authorization", "Bearer " + fresh).header("Authorization", "Bearer " + fresh),
                get().header("Authorization", "Bearer " + fresh).header("Authorization", "Basic YTpi"),
                get().target("/orders?access_token=" + fresh),
                get().header("X-API-Key", fresh),
                bearer("garbage"),
                bearer(fresh.substring(1)),
                bearer(ApiKeys.create("shopat", "ada").key()),
                bearer(Objects.requireNonNull(issued.refreshToken())),
                bearer(revoked),
                bearer(good),
                bearer(old));
        Set<String> answers = new HashSet<>();
        Set<Reason> reasons = new HashSet<>();
        for (FakeExchange exchange : bad) {
            Denied denied = (Denied) Walk.check(keywright, READ, exchange);
            reasons.add(denied.reason());
            List<Header> headers = denied.headers().stream()
                    .filter(header -> !header.name().equals("X-Request-Id"))
                    .toList();
            answers.add(denied.status() + " " + headers + " " + new String(denied.body(), StandardCharsets.UTF_8));
        }
        assertThat(answers)
                .containsExactly("401 [Header[name=Content-Type, value=application/problem+json],"
                        + " Header[name=Cache-Control, value=no-store],"
                        + " Header[name=WWW-Authenticate, value=Bearer realm=\"api\"]]"
                        + " {\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        Reason.CREDENTIAL_MISSING,
                        Reason.CREDENTIAL_AMBIGUOUS,
                        Reason.CREDENTIAL_MALFORMED,
                        Reason.CREDENTIAL_UNKNOWN,
                        Reason.TOKEN_EXPIRED);
        assertThat(reason(READ, bearer(fresh))).isEqualTo(Reason.ADMITTED);
        assertThat(events.toString()).doesNotContain(fresh).doesNotContain(good);
    }

    @Test
    void aTokenIsAdmittedWhateverTheCaseOfItsSchemeAndSaysWhoseItIs() throws Exception {
        IssuedTokens issued = tokens.issue("ada", Set.of("orders:*"), Map.of("tenant", "north"));
        for (String scheme : List.of("Bearer ", "bearer ", "BEARER ", "Bearer   ")) {
            Verdict verdict = Walk.check(keywright, READ, get().header("Authorization", scheme + issued.accessToken()));
            Caller caller = ((Admitted) verdict).caller();
            assertThat(caller.getName()).isEqualTo("ada");
            assertThat(caller.keyId()).isEqualTo(issued.access().id());
            assertThat(caller.mechanisms()).containsExactly(Caller.Mechanism.BEARER);
            assertThat(caller.hasScope("orders:write")).isTrue();
            assertThat(caller.labels()).containsEntry("tenant", "north");
        }
    }

    @Test
    void aKnownBearerWithoutTheScopeIsTold() throws Exception {
        Denied denied = (Denied)
                Walk.check(keywright, READ, bearer(issue("ada", "orders:write").accessToken()));
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.headers())
                .contains(new Header(
                        "WWW-Authenticate",
                        "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"orders:read\""));
        assertThat(events.get(events.size() - 1).owner()).isEqualTo("ada");
    }

    @Test
    void anErrorIsNamedOnlyWhereDetailIsAskedForAndATokenCame() {
        Keywright distinct = builder().denialDetail(DenialDetail.DISTINCT).build();
        assertThat(((Denied) Walk.check(distinct, READ, get())).headers())
                .contains(new Header("WWW-Authenticate", "Bearer realm=\"api\""));
        assertThat(((Denied) Walk.check(distinct, READ, bearer("x"))).headers())
                .contains(new Header("WWW-Authenticate", "Bearer realm=\"api\", error=\"invalid_token\""));
    }

    @Test
    void limitsByCredentialCountAnOwnersTokensTogether() throws Exception {
        EndpointPolicy limited = EndpointPolicy.of("shop.Orders#limited()")
                .bearer(BearerPolicy.of("", ""))
                .limit(LimitBy.CREDENTIAL, "2 per minute")
                .build();
        IssuedTokens issued = issue("ada");
        assertThat(reason(limited, bearer(issued.accessToken()))).isEqualTo(Reason.ADMITTED);
        String refreshed =
                tokens.refresh(Objects.requireNonNull(issued.refreshToken())).accessToken();
        Admitted second = (Admitted) Walk.check(keywright, limited, bearer(refreshed));
        assertThat(second.headers()).contains(new Header("RateLimit", "\"credential\";r=0;t=60"));
        assertThat(reason(limited, bearer(issue("ada").accessToken()))).isEqualTo(Reason.LIMIT_CREDENTIAL);
        assertThat(reason(limited, bearer(issue("eve").accessToken()))).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void failuresAreThrottledAndAValidTokenPasses() throws Exception {
        Keywright throttling = builder().failureThrottle("3 per minute").build();
        for (int i = 0; i < 3; i++) {
            assertThat(reason(throttling, READ, bearer("garbage"))).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        }
        Denied denied = (Denied) Walk.check(throttling, READ, bearer("garbage"));
        assertThat(denied.status()).isEqualTo(429);
        assertThat(denied.reason()).isEqualTo(Reason.THROTTLED);
        assertThat(reason(throttling, READ, bearer(token()))).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void exactlyOneOfKeyTokenAndSignatureIsTaken() throws Exception {
        NewApiKey key = ApiKeys.create("shop", "acme");
        keys.put(key.record());
        String token = token();
        CanonicalSigner signer = new CanonicalSigner(
                "a", "a-secret-of-more-than-32-bytes-length".getBytes(StandardCharsets.UTF_8), clock);
        FakeExchange signed = get();
        signed.headers(signer.headers("GET", signed.uri(), null, new byte[0]));
        FakeExchange signedToo = bearer(token);
        signedToo.headers(signer.headers("GET", signedToo.uri(), null, new byte[0]));
        assertThat(reason(ANY, get())).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(ANY, bearer(token).header("X-API-Key", key.key()))).isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        assertThat(reason(ANY, bearer(token).header("Authorization", "ApiKey " + key.key())))
                .isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        assertThat(reason(ANY, bearer("x").header("X-API-Key", key.key()))).isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        assertThat(reason(ANY, signedToo)).isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        assertThat(reason(ANY, bearer(key.key()))).isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        assertThat(reason(ANY, get().header("Authorization", "ApiKey " + token)))
                .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        assertThat(reason(ANY, bearer(issue("ada", "other").accessToken()))).isEqualTo(Reason.SCOPE_MISSING);
        assertThat(reason(ANY, bearer(token))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(ANY, get().header("Authorization", "ApiKey " + key.key())))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(ANY, get().header("X-API-Key", key.key()))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(ANY, signed)).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void keyAndTokenTogetherAreBothNeeded() throws Exception {
        EndpointPolicy both = EndpointPolicy.of("shop.Orders#both()")
                .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "client"))
                .bearer(BearerPolicy.of("", "", "orders:read"))
                .build();
        NewApiKey key = ApiKeys.create("shop", "acme").with(r -> r.scopes("client"));
        keys.put(key.record());
        String token = token();
        assertThat(reason(both, bearer(token))).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(both, get().header("X-API-Key", key.key()))).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(both, bearer(token).header("Authorization", "ApiKey " + key.key())))
                .isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        assertThat(reason(both, bearer(issue("ada", "client").accessToken()).header("X-API-Key", key.key())))
                .isEqualTo(Reason.SCOPE_MISSING);
        Verdict verdict = Walk.check(keywright, both, bearer(token).header("X-API-Key", key.key()));
        Caller caller = ((Admitted) verdict).caller();
        assertThat(caller.getName()).isEqualTo("ada");
        assertThat(caller.mechanisms()).containsExactlyInAnyOrder(Caller.Mechanism.API_KEY, Caller.Mechanism.BEARER);
    }

    @Test
    void aVerifierThatCannotTellClosesTheEndpoint() {
        BearerVerifier broken = new BearerVerifier() {
            @Override
            public BearerAnswer verify(String token) throws TokenStoreException {
                throw new TokenStoreException("out of reach");
            }

            @Override
            public Health health() {
                return Health.DOWN;
            }
        };
        Keywright down = builder().bearerVerifier(broken).build();
        Denied denied = (Denied) Walk.check(down, READ, bearer("abc"));
        assertThat(denied.status()).isEqualTo(503);
        assertThat(denied.reason()).isEqualTo(Reason.TOKEN_VERIFIER_UNAVAILABLE);
        assertThat(denied.headers()).contains(new Header("Retry-After", "5"));
        assertThat(down.health()).isEqualTo(Health.DOWN);
    }

    @Test
    void aTokenThatIsNotValidYetIsRefused() {
        BearerVerifier early = token -> new BearerAnswer.Genuine(new BearerToken(
                "t", "ada", Set.of("orders:read"), Map.of(), clock.millis() + 1, clock.millis() + 1_000));
        assertThat(reason(builder().bearerVerifier(early).build(), READ, bearer("abc")))
                .isEqualTo(Reason.TOKEN_NOT_YET_VALID);
    }

    @Test
    void verifiersAreChosenByNameAndAMissingOneRefusesTheStart() throws Exception {
        EndpointPolicy partners = EndpointPolicy.of("shop.Partners#list()")
                .bearer(BearerPolicy.of("partners", ""))
                .build();
        BearerVerifier named = token -> new BearerAnswer.Genuine(
                new BearerToken("", "partner", Set.of(), Map.of(), Long.MIN_VALUE, Long.MAX_VALUE));
        Keywright both = builder().bearerVerifier("partners", named).build();
        assertThat(reason(both, partners, bearer("anything"))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(both, READ, bearer("anything"))).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> reason(partners, bearer("anything")))
                .withMessageContaining("'partners'");
    }

    @Test
    void aBodyOverTheLimitIsRefused() throws Exception {
        EndpointPolicy small = EndpointPolicy.of("shop.Orders#small()")
                .bearer(BearerPolicy.of("", "4 B"))
                .build();
        String token = token();
        assertThat(reason(small, FakeExchange.post("/orders", "12345").header("Authorization", "Bearer " + token)))
                .isEqualTo(Reason.BODY_TOO_LARGE);
        assertThat(reason(small, FakeExchange.post("/orders", "1234").header("Authorization", "Bearer " + token)))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void policiesThatWouldReadTheSameHeaderTwiceAreRefused() {
        EndpointPolicy.Builder two = EndpointPolicy.of("a#b()")
                .bearer(BearerPolicy.of("", ""))
                .anyOf(BearerPolicy.of("partners", ""), ApiKeyPolicy.of("X-API-Key", "", ""));
        assertThatIllegalArgumentException().isThrownBy(two::build);
        assertThatIllegalArgumentException().isThrownBy(() -> BearerPolicy.of("Not A Name", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> BearerPolicy.of("", "", "Not A Scope"));
        assertThat(READ.credentialHeaders()).containsExactly("authorization");
        assertThat(ANY.authorizationSchemes()).containsExactlyInAnyOrder("apikey", "bearer");
    }

    @Test
    void noStepCanBeLeftOut() throws Exception {
        Attempt attempt = keywright.attempt(READ, bearer(token()));
        attempt.transportAllowed();
        attempt.withinOpenLimits();
        assertThatIllegalStateException().isThrownBy(attempt::credentialsKnown);
        assertThat(attempt.bearerPresented()).isTrue();
        assertThat(attempt.credentialsKnown()).isTrue();
        assertThat(attempt.inGoodStanding()).isTrue();
        assertThatIllegalStateException().isThrownBy(attempt::admitted);
        assertThat(attempt.scopesHeld()).isTrue();
        assertThat(attempt.admitted()).isInstanceOf(Admitted.class);
    }

    @Test
    void noMangledHeaderEscapesAsAnExceptionOrGetsIn() throws Exception {
        Random random = new Random(20261123);
        String good = "Bearer " + token();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder line = new StringBuilder(good);
            for (int edits = 1 + random.nextInt(3); edits > 0 && !line.isEmpty(); edits--) {
                int at = random.nextInt(line.length());
                char c = (char) random.nextInt(random.nextBoolean() ? 128 : 256);
                switch (random.nextInt(4)) {
                    case 0 -> line.setCharAt(at, c);
                    case 1 -> line.insert(at, c);
                    case 2 -> line.deleteCharAt(at);
                    default -> line.append(line.substring(at));
                }
            }
            String mangled = line.toString();
            boolean same = mangled.replaceFirst("^(?i:bearer) +", "Bearer ").equals(good);
            FakeExchange exchange = get().header("Authorization", mangled);
            Verdict verdict = Walk.check(keywright, random.nextBoolean() ? READ : ANY, exchange);
            assertThat(verdict instanceof Admitted).as(mangled).isEqualTo(same);
        }
    }
}
