package dev.keywright.adapters.spring.test;

import dev.keywright.adapters.servlet.FormFields;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.secret.SecretValue;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerVerifier;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenRefusedException;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStoreException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;

/** The keys and secrets that exist for one test context only, in memory. Safe for use by many threads. */
final class TestCredentials {

    private static final String PREFIX = "test";
    private static final String OWNER = "test";

    private final MemoryKeyStore keys = new MemoryKeyStore();
    private final Map<String, SecretValue> made = new ConcurrentHashMap<>();
    private final Supplier<KeyHasher> hasher;
    private final Supplier<InstantSource> clock;
    private final Supplier<@Nullable URI> origin;
    private volatile @Nullable Secrets secrets;
    private @Nullable TokenService tokens;

    TestCredentials(Supplier<KeyHasher> hasher, Supplier<InstantSource> clock, Supplier<@Nullable URI> origin) {
        this.hasher = hasher;
        this.clock = clock;
        this.origin = origin;
    }

    String newKey(String... scopes) {
        NewApiKey key = ApiKeys.create(PREFIX, OWNER, hasher.get()).with(record -> record.scopes(Set.of(scopes)));
        keys.put(key.record());
        return key.key();
    }

    String newToken(String... scopes) {
        try {
            return tokens().issue(OWNER, Set.of(scopes)).accessToken();
        } catch (TokenRefusedException | TokenStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made late: the clock may be a bean of the test. */
    private synchronized TokenService tokens() {
        TokenService made = tokens;
        if (made == null) {
            made = TokenService.builder(new MemoryTokenStore())
                    .prefix(PREFIX)
                    .clock(clock.get())
                    .withoutRefresh()
                    .build();
            tokens = made;
        }
        return made;
    }

    void sign(MockHttpServletRequest request, String name) {
        Secrets known = secrets;
        List<SecretValue> values = known == null ? List.of() : known.find(name);
        SecretValue value = values.isEmpty() ? newSecret(name) : values.get(0);
        URI configured = origin.get();
        String base =
                configured == null ? "http://localhost" : configured.getScheme() + "://" + configured.getRawAuthority();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        URI uri = URI.create(base + request.getRequestURI() + query);
        if (request.getHeader("Host") == null) {
            request.addHeader("Host", uri.getRawAuthority());
        }
        if (request.getContentType() != null && request.getCharacterEncoding() == null) {
            // Boot's encoding filter does this, and MockMvc's request then changes the header that was signed.
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        dropFormFields(request);
        byte[] content = request.getContentAsByteArray();
        byte[] body = content == null ? new byte[0] : content;
        String type = request.getHeader("Content-Type");
        new CanonicalSigner(value.keyId(), value.bytes(), clock.get())
                .headers(request.getMethod(), uri, type, body)
                .forEach(request::addHeader);
        new Rfc9421Signer(value.keyId(), value.bytes(), clock.get())
                .headers(request.getMethod(), uri, type, body)
                .forEach(request::addHeader);
        WebhookSignatures.headers(value, clock.get(), body).forEach(request::addHeader);
    }

    /** MockMvc has parsed the form already, which no container has when a captured body is replayed. */
    private static void dropFormFields(MockHttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return;
        }
        request.removeAllParameters();
        String query = request.getQueryString();
        if (query != null) {
            FormFields.parse(query, StandardCharsets.UTF_8)
                    .forEach((name, values) -> request.addParameter(name, values.toArray(new String[0])));
        }
    }

    /** The application's own keys, and those made here. */
    KeyStore beside(@Nullable KeyStore real) {
        return real == null ? keys : new Both(keys, real);
    }

    /** The application's own tokens, and those issued here. */
    BearerVerifier beside(@Nullable BearerVerifier real) {
        return token -> {
            BearerAnswer answer = tokens().verify(token);
            return answer instanceof BearerAnswer.Genuine || real == null ? answer : real.verify(token);
        };
    }

    /** The application's own secrets, and one made up for each that it lacks. */
    Secrets madeUpBeside(Secrets real) {
        Secrets both = name -> {
            List<SecretValue> values = real.find(name);
            return values.isEmpty() ? List.of(newSecret(name)) : values;
        };
        secrets = both;
        return both;
    }

    private SecretValue newSecret(String name) {
        return made.computeIfAbsent(name, n -> {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            return SecretValue.of(n, random);
        });
    }

    private record Both(MemoryKeyStore test, KeyStore real) implements KeyStore {

        @Override
        public @Nullable KeyRecord findById(String id) throws KeyStoreException {
            KeyRecord found = test.findById(id);
            return found != null ? found : real.findById(id);
        }

        @Override
        public @Nullable KeyRecord findByDigest(String digest) throws KeyStoreException {
            return real.findByDigest(digest);
        }

        @Override
        public boolean holdsForeignKeys() {
            return real.holdsForeignKeys();
        }

        @Override
        public Health health() {
            return real.health();
        }
    }
}
