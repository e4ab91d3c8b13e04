package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.key.Rotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class ApiKeyCheckTest {

    private static final EndpointPolicy WRITE = EndpointPolicy.of("shop.Orders#create()")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "orders:write"))
            .build();

    private final MutableClock clock = new MutableClock();
    private final MemoryKeyStore store = new MemoryKeyStore();
    private final List<AuditEvent> events = new ArrayList<>();
    private final Keywright keywright = builder().build();

    private Keywright.Builder builder() {
        return Keywright.builder()
                .keyStore(store)
                .clock(clock)
                .auditSink(events::add)
                .withoutFailureThrottle();
    }

    private String key(UnaryOperator<KeyRecord.Builder> change) {
        NewApiKey made = ApiKeys.create("shop", "acme").with(change);
        store.put(made.record());
        return made.key();
    }

    private String key() {
        return key(record -> record.scopes("orders:write"));
    }

    private Reason reason(Exchange exchange) {
        return reason(keywright, WRITE, exchange);
    }

    private static Reason reason(Keywright keywright, EndpointPolicy policy, Exchange exchange) {
        return Walk.check(keywright, policy, exchange) instanceof Denied denied ? denied.reason() : Reason.ADMITTED;
    }

    private static FakeExchange get() {
        return FakeExchange.get("/orders");
    }

    private static String twist(String key, int index) {
        char other = key.charAt(index) == 'x' ? 'y' : 'x';
        return key.substring(0, index) + other + key.substring(index + 1);
    }

    @Test
    void refusesEveryFailureToAuthenticateWithTheSameBytes() {
        String good = key();
        String other = ApiKeys.create("shop", "nobody").key();
        List<FakeExchange> bad = List.of(
                get(),
                get().header("X-API-Key", ""),
                get().header("X-API-Key", "garbage"),
                get().header("X-API-Key", "é" + good),
                get().header("X-API-Key", good + "\u00e9"),
                get().header("X-API-Key", twist(good, good.length() - 1)),
                get().header("X-API-Key", twist(good, 30)),
                get().header("X-API-Key", good.toUpperCase(java.util.Locale.ROOT)),
                get().header("X-API-Key", other),
                get().header("X-API-Key", good).header("X-API-Key", good),
                get().header("X-API-Key", good).header("Authorization", "ApiKey " + good),
                get().header("Authorization", "ApiKey " + good).header("Authorization", "Bearer x"),
                get().header("Authorization", "Bearer " + good),
                get().header("Authorization", good),
                get().header("X-API-Key", key(r -> r.scopes("orders:write").revoked(clock.instant()))),
                get().header("X-API-Key", key(r -> r.scopes("orders:write").expires(clock.instant()))),
                get().header(
                                "X-API-Key",
                                key(r -> r.scopes("orders:write")
                                        .notBefore(clock.instant().plusSeconds(1)))),
                get().header("X-API-Key", key(r -> r.scopes("orders:write").networks("10.0.0.0/8"))));

        Set<String> answers = new HashSet<>();
        Set<Reason> reasons = new HashSet<>();
        for (FakeExchange exchange : bad) {
            Denied denied = (Denied) Walk.check(keywright, WRITE, exchange);
            reasons.add(denied.reason());
            List<Header> headers = denied.headers().stream()
                    .filter(header -> !header.name().equals("X-Request-Id"))
                    .toList();
            answers.add(denied.status() + " " + headers + " "
                    + new String(denied.body(), java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(answers)
                .containsExactly("401 [Header[name=Content-Type, value=application/problem+json],"
                        + " Header[name=Cache-Control, value=no-store],"
                        + " Header[name=WWW-Authenticate, value=ApiKey header=\"X-API-Key\"]]"
                        + " {\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
        assertThat(reasons)
                .contains(
                        Reason.CREDENTIAL_MISSING,
                        Reason.CREDENTIAL_AMBIGUOUS,
                        Reason.CREDENTIAL_MALFORMED,
                        Reason.CREDENTIAL_UNKNOWN,
                        Reason.KEY_REVOKED,
                        Reason.KEY_EXPIRED,
                        Reason.KEY_NOT_YET_VALID,
                        Reason.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void refusesAKeyWhoseSecretIsAnothersAndAuditsItsIdOnly() {
        NewApiKey one = ApiKeys.create("shop", "acme");
        store.put(KeyRecord.of(one.record().id(), KeyHasher.sha256().digest("other"), "acme")
                .build());

        assertThat(reason(get().header("X-API-Key", one.key()))).isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).keyId()).isEqualTo(one.record().id());
        assertThat(events.get(0).toString()).doesNotContain(one.key());
    }

    @Test
    void admitsAKeyFromEitherPlaceAndSaysWhoCalled() {
        NewApiKey made =
                ApiKeys.create("shop", "acme").with(r -> r.scopes("orders:*").networks("203.0.113.0/24"));
        store.put(made.record());

        Verdict verdict = Walk.check(keywright, WRITE, get().header("x-api-key", made.key()));

        assertThat(verdict).isInstanceOf(Admitted.class);
        Caller caller = ((Admitted) verdict).caller();
        assertThat(caller.getName()).isEqualTo("acme");
        assertThat(caller.keyId()).isEqualTo(made.record().id());
        assertThat(caller.mechanisms()).containsExactly(Caller.Mechanism.API_KEY);
        assertThat(caller.hasScope("orders:read")).isTrue();
        assertThat(caller.hasScope("stock:read")).isFalse();
        assertThat(reason(get().header("Authorization", "apikey " + made.key())))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void refusesACallerWithoutTheScopeWith403() {
        Denied denied = (Denied) Walk.check(
                keywright, WRITE, get().header("X-API-Key", key(r -> r.scopes("orders:read", "orders"))));

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.reason()).isEqualTo(Reason.SCOPE_MISSING);
    }

    @Test
    void refusesPlainHttpUnlessItIsLoopbackWithoutForwarding() {
        String key = key();
        assertThat(reason(get().plain().header("X-API-Key", key))).isEqualTo(Reason.PLAIN_HTTP);
        assertThat(reason(get().plain().header("X-Forwarded-Proto", "https").header("X-API-Key", key)))
                .isEqualTo(Reason.PLAIN_HTTP);
        assertThat(reason(get().plain()
                        .from("127.0.0.1")
                        .header("X-Forwarded-For", "1.2.3.4")
                        .header("X-API-Key", key)))
                .isEqualTo(Reason.PLAIN_HTTP);
        assertThat(reason(get().plain().from("::1").header("X-API-Key", key))).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void believesATrustedProxyAboutTlsAndAddress() {
        Keywright behindProxy = builder()
                .trustedProxies(ForwardedHeader.X_FORWARDED, "10.0.0.0/8")
                .build();
        String key = key(r -> r.scopes("orders:write").networks("198.51.100.0/24"));
        FakeExchange proxied = get().plain()
                .from("10.1.1.1")
                .header("X-API-Key", key)
                .header("X-Forwarded-For", "203.0.113.9, 198.51.100.4");

        assertThat(reason(behindProxy, WRITE, proxied)).isEqualTo(Reason.PLAIN_HTTP);
        proxied.header("X-Forwarded-Proto", "https");
        assertThat(reason(behindProxy, WRITE, proxied)).isEqualTo(Reason.ADMITTED);
        FakeExchange stranger = get().from("203.0.113.9")
                .header("X-API-Key", key)
                .header("X-Forwarded-For", "198.51.100.4")
                .header("X-Forwarded-Proto", "https");
        assertThat(reason(behindProxy, WRITE, stranger)).isEqualTo(Reason.ADDRESS_NOT_ALLOWED);
    }

    @Test
    void refusesBeyondTheLimitOfACredentialAndSaysWhenToRetry() {
        EndpointPolicy limited = EndpointPolicy.of("shop.Orders#list()")
                .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
                .limit(LimitBy.CREDENTIAL, "2 per minute")
                .build();
        String key = key();
        Admitted first = (Admitted) Walk.check(keywright, limited, get().header("X-API-Key", key));
        assertThat(first.headers())
                .contains(
                        new Header("RateLimit-Policy", "\"credential\";q=2;w=60"),
                        new Header("RateLimit", "\"credential\";r=1;t=30"));
        Walk.check(keywright, limited, get().header("X-API-Key", key));

        Denied denied = (Denied) Walk.check(keywright, limited, get().header("X-API-Key", key));

        assertThat(denied.status()).isEqualTo(429);
        assertThat(denied.headers())
                .contains(new Header("Retry-After", "30"), new Header("RateLimit", "\"credential\";r=0;t=60"));
        assertThat(reason(keywright, limited, get().header("X-API-Key", key()))).isEqualTo(Reason.ADMITTED);
        clock.advance(Duration.ofSeconds(30));
        assertThat(reason(keywright, limited, get().header("X-API-Key", key))).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void countsAKeysOwnLimitOverAllEndpointsEvenWhereTheyHaveNone() {
        EndpointPolicy other = EndpointPolicy.of("shop.Stock#list()")
                .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
                .build();
        String key = key(r -> r.scopes("orders:write").limits("2 per hour"));

        assertThat(reason(get().header("X-API-Key", key))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(keywright, other, get().header("X-API-Key", key))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(keywright, other, get().header("X-API-Key", key))).isEqualTo(Reason.LIMIT_CREDENTIAL);
    }

    @Test
    void countsAnAddressBeforeAnyCredentialIsLookedAt() {
        EndpointPolicy limited = EndpointPolicy.of("shop.Orders#list()")
                .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
                .limit(LimitBy.ADDRESS, "1 per minute")
                .build();
        assertThat(reason(keywright, limited, get().from("2001:db8::1"))).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(keywright, limited, get().from("2001:db8::2"))).isEqualTo(Reason.LIMIT_ADDRESS);
        assertThat(reason(keywright, limited, get().from("2001:db8:0:1::2"))).isEqualTo(Reason.CREDENTIAL_MISSING);
    }

    @Test
    void throttlesFailuresButLetsAValidKeyPass() {
        Keywright throttling = builder().failureThrottle("3 per minute").build();
        String key = key();
        for (int i = 0; i < 3; i++) {
            assertThat(reason(throttling, WRITE, get())).isEqualTo(Reason.CREDENTIAL_MISSING);
        }

        Denied denied = (Denied) Walk.check(throttling, WRITE, get());

        assertThat(denied.status()).isEqualTo(429);
        assertThat(denied.headers()).contains(new Header("Retry-After", "20"));
        assertThat(reason(throttling, WRITE, get().header("X-API-Key", key))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(throttling, WRITE, get().from("203.0.113.8"))).isEqualTo(Reason.CREDENTIAL_MISSING);
    }

    @Test
    void answers503WhenTheStoreCannotTell() {
        Keywright broken = Keywright.builder()
                .keyStore(id -> {
                    throw new KeyStoreException("out of reach");
                })
                .build();
        Denied denied = (Denied) Walk.check(broken, WRITE, get().header("X-API-Key", key()));
        assertThat(denied.status()).isEqualTo(503);
        assertThat(denied.headers()).contains(new Header("Retry-After", "5"));
    }

    @Test
    void findsForeignKeysByDigestAndPepperedOnesUnderTheirPepperOnly() {
        String foreign = "sk_live_0123456789abcdef";
        store.putForeign(KeyRecord.of("partner", KeyHasher.sha256().digest(foreign), "partner")
                .scopes("orders:write")
                .build());
        assertThat(reason(get().header("X-API-Key", foreign))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(get().header("X-API-Key", foreign + "0"))).isEqualTo(Reason.CREDENTIAL_UNKNOWN);

        KeyHasher peppered = KeyHasher.peppered(
                "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        NewApiKey made = ApiKeys.create("shop", "acme", peppered).with(r -> r.scopes("orders:write"));
        store.put(made.record());
        assertThat(reason(get().header("X-API-Key", made.key()))).isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        assertThat(reason(builder().keyHasher(peppered).build(), WRITE, get().header("X-API-Key", made.key())))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void rotatesWithAnOverlap() throws Exception {
        KeyAdministration keys = new KeyAdministration(store, KeyHasher.sha256(), "shop", clock);
        NewApiKey old = keys.create("acme", r -> r.scopes("orders:write"));
        NewApiKey fresh = keys.rotate(old.record().id(), Rotation.overlapping(Duration.ofHours(1)));

        assertThat(reason(get().header("X-API-Key", old.key()))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(get().header("X-API-Key", fresh.key()))).isEqualTo(Reason.ADMITTED);
        clock.advance(Duration.ofHours(1));
        assertThat(reason(get().header("X-API-Key", old.key()))).isEqualTo(Reason.KEY_EXPIRED);
        assertThat(reason(get().header("X-API-Key", fresh.key()))).isEqualTo(Reason.ADMITTED);
    }

    @Test
    void notesTheLastUseOfAdmittedKeysAlone() throws Exception {
        Keywright noting = builder().lastUseInterval(Duration.ofHours(1)).build();
        String good = key(r -> r.scopes("orders:write"));
        String poor = key(r -> r.scopes("orders:read"));
        assertThat(reason(noting, WRITE, get().header("X-API-Key", good))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(noting, WRITE, get().header("X-API-Key", poor))).isEqualTo(Reason.SCOPE_MISSING);
        noting.close();
        assertThat(store.list(dev.keywright.runtime.key.KeyQuery.all()))
                .extracting(dev.keywright.runtime.key.KeyEntry::lastUsed)
                .containsExactlyInAnyOrder(clock.instant(), null);
    }

    @Test
    void neverAdmitsWhenAStepWasLeftOutOrTakenOutOfTurn() {
        FakeExchange exchange = get().header("X-API-Key", key(r -> r.scopes("orders:read")));
        Attempt attempt = keywright.attempt(WRITE, exchange);
        assertThatIllegalStateException().isThrownBy(attempt::admitted);
        assertThatIllegalStateException().isThrownBy(attempt::denied);
        assertThatIllegalStateException().isThrownBy(attempt::credentialsKnown);
        attempt.transportAllowed();
        attempt.withinOpenLimits();
        attempt.apiKeyPresented();
        attempt.credentialsKnown();
        attempt.inGoodStanding();
        assertThatIllegalStateException().isThrownBy(attempt::admitted);
        assertThat(attempt.scopesHeld()).isFalse();
        assertThat(attempt.scopesHeld()).isFalse();
        assertThatIllegalStateException().isThrownBy(attempt::admitted);
    }

    @Test
    void tellsTheReasonOnlyWhereDetailIsAskedFor() {
        Keywright distinct = builder().denialDetail(DenialDetail.DISTINCT).build();
        Denied denied = (Denied) Walk.check(distinct, WRITE, get().header("X-API-Key", "x"));
        assertThat(new String(denied.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"detail\":\"The credential is not well formed.\"");
    }

    @Test
    void closesTheConnectionWhenABodyIsLeftUnread() {
        assertThat(((Denied) Walk.check(keywright, WRITE, FakeExchange.post("/orders", "{}"))).closeConnection())
                .isTrue();
        assertThat(((Denied) Walk.check(keywright, WRITE, get())).closeConnection())
                .isFalse();
    }

    @Test
    void demandsExactlyOneOfSeveralCredentials() {
        EndpointPolicy either = EndpointPolicy.of("shop.Orders#either()")
                .anyOf(
                        ApiKeyPolicy.of("X-API-Key", "", "", "orders:write"),
                        ApiKeyPolicy.of("X-Partner-Key", "", "", "partner:write"))
                .build();
        String both = key(r -> r.scopes("orders:write", "partner:write"));
        String ours = key();
        assertThat(reason(keywright, either, get())).isEqualTo(Reason.CREDENTIAL_MISSING);
        assertThat(reason(keywright, either, get().header("X-API-Key", both).header("X-Partner-Key", both)))
                .isEqualTo(Reason.CREDENTIAL_AMBIGUOUS);
        assertThat(reason(keywright, either, get().header("X-API-Key", ours))).isEqualTo(Reason.ADMITTED);
        assertThat(reason(keywright, either, get().header("X-Partner-Key", ours)))
                .isEqualTo(Reason.SCOPE_MISSING);
        assertThat(reason(keywright, either, get().header("X-Partner-Key", both)))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void refusesPoliciesThatCannotHold() {
        EndpointPolicy.Builder openButByCredential =
                EndpointPolicy.of("a#b()").limit(LimitBy.CREDENTIAL, "1 per minute");
        assertThatIllegalArgumentException().isThrownBy(openButByCredential::build);
        EndpointPolicy.Builder samePlace = EndpointPolicy.of("a#b()")
                .anyOf(ApiKeyPolicy.of("X-API-Key", "", ""), ApiKeyPolicy.of("x-api-key", "other", ""));
        assertThatIllegalArgumentException().isThrownBy(samePlace::build);
        assertThatIllegalArgumentException().isThrownBy(() -> new LimitPolicy(LimitBy.GLOBAL, "-5 per minute"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HmacPolicy.of("MD5", "shop-webhook", "300 seconds", "1 MiB"))
                .withMessageContaining("MD5");
    }

    @Test
    void reportsHealthOfItsStores() {
        KeyStore down = new KeyStore() {
            @Override
            public KeyRecord findById(String id) throws KeyStoreException {
                throw new KeyStoreException("down");
            }

            @Override
            public Health health() {
                return Health.DOWN;
            }
        };
        assertThat(keywright.health()).isEqualTo(KeyStore.Health.UP);
        assertThat(builder().keyStore("partners", down).build().health()).isEqualTo(KeyStore.Health.DOWN);
    }
}
