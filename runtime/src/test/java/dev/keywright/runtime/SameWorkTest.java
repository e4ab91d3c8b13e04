package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.IssuedTokens;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStore;
import dev.keywright.runtime.token.TokenStoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refusals of well-formed credentials cost the same work, counted in digests and look-ups rather than in time. */
final class SameWorkTest {

    private static final EndpointPolicy KEY = EndpointPolicy.of("shop.Orders#create()")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
            .build();
    private static final EndpointPolicy HOOK = EndpointPolicy.of("shop.Hook#receive()")
            .hmac(HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 KiB"))
            .build();

    private final List<Reason> reasons = new ArrayList<>();
    private int lookUps;

    /** A store that counts. */
    private final class Counting implements KeyStore {
        final MemoryKeyStore keys = new MemoryKeyStore();

        @Override
        public @Nullable KeyRecord findById(String id) {
            lookUps++;
            return keys.findById(id);
        }

        @Override
        public @Nullable KeyRecord findByDigest(String digest) {
            lookUps++;
            return keys.findByDigest(digest);
        }

        @Override
        public boolean holdsForeignKeys() {
            return keys.holdsForeignKeys();
        }
    }

    private List<String> work(Keywright keywright, EndpointPolicy policy, Exchange exchange)
            throws InterruptedException {
        lookUps = 0;
        return WorkLog.of(() -> {
            Verdict verdict = Walk.check(keywright, policy, exchange);
            reasons.add(verdict instanceof Denied denied ? denied.reason() : Reason.ADMITTED);
        });
    }

    private static Keywright keywright(KeyStore store, KeyHasher hasher) {
        return Keywright.builder()
                .keyStore(store)
                .keyHasher(hasher)
                .auditSink(event -> {})
                .build();
    }

    /** A key with the id of one and the secret of another, and a checksum that fits. */
    private static NewApiKey pair(MemoryKeyStore store, KeyHasher hasher) {
        NewApiKey good = ApiKeys.create("shop", "acme", hasher);
        NewApiKey other = ApiKeys.create("shop", "acme", hasher);
        // The store holds another secret under the id, so that the key presented is well formed and wrong.
        store.put(KeyRecord.of(good.record().id(), other.record().digest(), "acme")
                .build());
        return good;
    }

    private void unknownAndWrongKeysCostTheSame(KeyHasher hasher, String digest) throws InterruptedException {
        Counting store = new Counting();
        String wrong = pair(store.keys, hasher).key();
        String unknown = ApiKeys.create("shop", "acme", hasher).key();
        NewApiKey valid = ApiKeys.create("shop", "acme", hasher);
        store.keys.put(valid.record());
        for (String key : List.of(wrong, unknown, valid.key())) {
            Exchange exchange = FakeExchange.get("/orders").header("X-API-Key", key);
            assertThat(work(keywright(store, hasher), KEY, exchange)).containsExactly(digest);
            assertThat(lookUps).isOne();
        }
        assertThat(reasons).containsExactly(Reason.CREDENTIAL_UNKNOWN, Reason.CREDENTIAL_UNKNOWN, Reason.ADMITTED);
    }

    @Test
    void anUnknownKeyAndAWrongSecretCostOneDigestAndOneLookUp() throws InterruptedException {
        unknownAndWrongKeysCostTheSame(KeyHasher.sha256(), "SHA-256 of 43 bytes");
    }

    @Test
    void soTheyDoUnderAPepper() throws InterruptedException {
        unknownAndWrongKeysCostTheSame(KeyHasher.peppered(new byte[32]), "HmacSHA256 of 43 bytes");
    }

    @Test
    void anUnknownKeyOfAnotherFormatCostsWhatAKnownOneDoes() throws InterruptedException {
        Counting store = new Counting();
        KeyHasher hasher = KeyHasher.sha256();
        store.keys.putForeign(
                KeyRecord.of("old", hasher.digest("legacy-key-0001"), "acme").build());
        for (String key : List.of("legacy-key-0002", "legacy-key-0001")) {
            Exchange exchange = FakeExchange.get("/orders").header("X-API-Key", key);
            assertThat(work(keywright(store, hasher), KEY, exchange)).containsExactly("SHA-256 of 15 bytes");
            assertThat(lookUps).isOne();
        }
        assertThat(reasons).containsExactly(Reason.CREDENTIAL_UNKNOWN, Reason.ADMITTED);
    }

    @Test
    void aKeyWhoseChecksumIsWrongCostsNeither() throws InterruptedException {
        String key = ApiKeys.create("shop", "acme").key();
        String typo = key.substring(0, key.length() - 1) + (key.endsWith("0") ? '1' : '0');
        Exchange exchange = FakeExchange.get("/orders").header("X-API-Key", typo);
        assertThat(work(keywright(new Counting(), KeyHasher.sha256()), KEY, exchange))
                .isEmpty();
        assertThat(lookUps).isZero();
        assertThat(reasons).containsExactly(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void anUnknownKeyIdAndAWrongSignatureCostTheSameTwoDigests() throws InterruptedException {
        String secret = "first-secret-of-more-than-32-bytes-length";
        List<List<String>> works = new ArrayList<>();
        for (CanonicalSigner signer : List.of(
                new CanonicalSigner("a", "another-secret-of-more-than-32-bytes".getBytes(StandardCharsets.UTF_8)),
                new CanonicalSigner("z", secret.getBytes(StandardCharsets.UTF_8)),
                new CanonicalSigner("a", secret.getBytes(StandardCharsets.UTF_8)))) {
            Keywright keywright = Keywright.builder()
                    .secrets(Secrets.of(Map.of("shop-webhook", "a=" + secret)))
                    .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(10))
                    .auditSink(event -> {})
                    .build();
            FakeExchange exchange = FakeExchange.post("/hook", "{}");
            exchange.headers(signer.headers("POST", exchange.uri(), null, exchange.bytes()));
            works.add(work(keywright, HOOK, exchange));
        }
        assertThat(works.get(0)).hasSize(2).first().isEqualTo("SHA-256 of 2 bytes");
        assertThat(works.get(1)).isEqualTo(works.get(0));
        assertThat(works.get(2)).isEqualTo(works.get(0));
        assertThat(reasons).containsExactly(Reason.SIGNATURE_WRONG, Reason.CREDENTIAL_UNKNOWN, Reason.ADMITTED);
    }

    /** A store of tokens that counts. */
    private final class CountingTokens implements TokenStore {
        final MemoryTokenStore tokens = new MemoryTokenStore();

        @Override
        public @Nullable Stored find(String id) {
            lookUps++;
            return tokens.find(id);
        }

        @Override
        public boolean save(List<TokenRecord> records, long nowMillis) throws TokenStoreException {
            return tokens.save(records, nowMillis);
        }

        @Override
        public Rotation rotate(String refreshId, List<TokenRecord> successors, long nowMillis)
                throws TokenStoreException {
            return tokens.rotate(refreshId, successors, nowMillis);
        }

        @Override
        public boolean revoke(String id) {
            return tokens.revoke(id);
        }

        @Override
        public int revokeFamily(String family) {
            return tokens.revokeFamily(family);
        }

        @Override
        public int revokeOwner(String owner) {
            return tokens.revokeOwner(owner);
        }
    }

    @Test
    void everyWellFormedTokenCostsOneDigestAndOneLookUp() throws Exception {
        CountingTokens store = new CountingTokens();
        TokenService service =
                TokenService.builder(store).accessLife(Duration.ofSeconds(60)).build();
        IssuedTokens valid = service.issue("ada", Set.of());
        IssuedTokens revoked = service.issue("ada", Set.of());
        service.revokeId(revoked.access().id());
        NewApiKey wrong = ApiKeys.create("kwat", "ada");
        long now = System.currentTimeMillis();
        TokenRecord other = new TokenRecord(
                wrong.record().id(),
                TokenRecord.Kind.ACCESS,
                KeyHasher.sha256().digest("another secret"),
                "family",
                "ada",
                Set.of(),
                Map.of(),
                now,
                now + 60_000);
        store.save(List.of(other), now);
        Keywright keywright = Keywright.builder()
                .bearerVerifier(service)
                .auditSink(event -> {})
                .build();
        EndpointPolicy policy = EndpointPolicy.of("shop.Orders#list()")
                .bearer(BearerPolicy.of("", ""))
                .build();
        for (String token : List.of(
                ApiKeys.create("kwat", "ada").key(),
                wrong.key(),
                revoked.accessToken(),
                Objects.requireNonNull(valid.refreshToken()),
                valid.accessToken())) {
            Exchange exchange = FakeExchange.get("/orders").header("Authorization", "Bearer " + token);
            assertThat(work(keywright, policy, exchange)).containsExactly("SHA-256 of 43 bytes");
            assertThat(lookUps).isOne();
        }
        assertThat(reasons)
                .containsExactly(
                        Reason.CREDENTIAL_UNKNOWN,
                        Reason.CREDENTIAL_UNKNOWN,
                        Reason.CREDENTIAL_UNKNOWN,
                        Reason.CREDENTIAL_UNKNOWN,
                        Reason.ADMITTED);
    }
}
