package dev.keywright.adapters.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jwt.SignedJWT;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerVerifier;
import dev.keywright.runtime.token.TokenStoreException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signed JWTs (RFC 7519) as bearer tokens, as RFC 8725 advises. What a token says of itself chooses nothing but one
 * of the configured keys: the algorithm, the issuer and the audience come from the configuration, and the headers {@code
 * jku}, {@code x5u}, {@code jwk} and {@code x5c} are not looked at. Encrypted and nested tokens are refused. Safe for use by
 * many threads.
 *
 * <pre>{@code
 * JwtVerifier.builder()
 *         .issuer("https://login.example")
 *         .audiences("https://api.shop.example")
 *         .algorithms("RS256")
 *         .keysFrom(URI.create("https://login.example/.well-known/jwks.json"))
 *         .build();
 * }</pre>
 */
public final class JwtVerifier implements BearerVerifier {

    private static final BearerAnswer MALFORMED = new BearerAnswer.Refused(Reason.CREDENTIAL_MALFORMED);
    private static final BearerAnswer UNKNOWN = new BearerAnswer.Refused(Reason.CREDENTIAL_UNKNOWN);
    private static final BearerAnswer WRONG_SIGNATURE = new BearerAnswer.Refused(Reason.TOKEN_SIGNATURE_WRONG);
    private static final BearerAnswer WRONG_CLAIMS = new BearerAnswer.Refused(Reason.TOKEN_CLAIMS_WRONG);
    private static final int LONGEST = 8_192;

    private final Set<JWSAlgorithm> algorithms;
    private final KeySource keys;
    private final Claims claims;
    private final boolean accessTokenTypeOnly;
    private final InstantSource clock;

    private JwtVerifier(
            Set<JWSAlgorithm> algorithms,
            KeySource keys,
            Claims claims,
            boolean accessTokenTypeOnly,
            InstantSource clock) {
        this.algorithms = algorithms;
        this.keys = keys;
        this.claims = claims;
        this.accessTokenTypeOnly = accessTokenTypeOnly;
        this.clock = clock;
    }

    /** Starts a verifier. Issuer, audience, algorithms and keys must be named. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public BearerAnswer verify(String token) throws TokenStoreException {
        SignedJWT jwt = token.length() > LONGEST ? null : parse(token);
        if (jwt == null) {
            return MALFORMED;
        }
        JWSHeader header = jwt.getHeader();
        if (!isForUs(header)) {
            return WRONG_CLAIMS;
        }
        VerificationKeys known = keys.current();
        List<JWSVerifier> verifiers = known.find(header.getKeyID(), header.getAlgorithm());
        if (verifiers.isEmpty()) {
            verifiers = keys.after(known).find(header.getKeyID(), header.getAlgorithm());
        }
        if (verifiers.isEmpty()) {
            return UNKNOWN;
        }
        if (!isSigned(jwt, verifiers)) {
            return WRONG_SIGNATURE;
        }
        try {
            return claims.check(jwt.getJWTClaimsSet(), clock.millis());
        } catch (ParseException | RuntimeException e) {
            // Whatever the issuer signed there, it is not what a token holds.
            return WRONG_CLAIMS;
        }
    }

    private static @Nullable SignedJWT parse(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | RuntimeException e) {
            // Anyone may send anything; what the parser stumbles over is no token.
            return null;
        }
    }

    private boolean isForUs(JWSHeader header) {
        return algorithms.contains(header.getAlgorithm())
                && header.getCriticalParams() == null
                && header.isBase64URLEncodePayload()
                && header.getContentType() == null
                && isType(header.getType());
    }

    /** An ID token or a log-out token of the same issuer must not pass for an access token (RFC 8725, section 3.11). */
    private boolean isType(@Nullable JOSEObjectType type) {
        String name = type == null ? "" : type.getType().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "at+jwt", "application/at+jwt" -> true;
            case "", "jwt" -> !accessTokenTypeOnly;
            default -> false;
        };
    }

    private static boolean isSigned(SignedJWT jwt, List<JWSVerifier> verifiers) {
        for (JWSVerifier verifier : verifiers) {
            try {
                if (jwt.verify(verifier)) {
                    return true;
                }
            } catch (JOSEException | RuntimeException e) {
                // The next key may fit.
                continue;
            }
        }
        return false;
    }

    @Override
    public Health health() {
        return keys.health();
    }

    /** Collects the settings of a verifier. Not safe for use by many threads. */
    public static final class Builder {

        private static final Duration DAY = Duration.ofDays(1);

        private @Nullable String issuer;
        private Set<String> audiences = Set.of();
        private final Set<JWSAlgorithm> algorithms = new LinkedHashSet<>();
        private @Nullable String localKeys;
        private @Nullable URI remoteKeys;
        private byte @Nullable [] secretBytes;
        private String ownerClaim = "sub";
        private Set<String> labelClaims = Set.of();
        private boolean accessTokenTypeOnly;
        private Duration skew = Duration.ofSeconds(30);
        private Duration longest = DAY;
        private Duration fresh = Duration.ofMinutes(10);
        private Duration stale = Duration.ofHours(1);
        private Duration interval = Duration.ofSeconds(30);
        private Duration timeout = Duration.ofSeconds(2);
        private int largestKeySet = 256 * 1024;
        private InstantSource clock = InstantSource.system();

        private Builder() {}

        /** The one issuer whose tokens are accepted; compared character by character with {@code iss}. */
        public Builder issuer(String text) {
            this.issuer = text;
            return this;
        }

        /** The names of this application; a token's {@code aud} must hold at least one. */
        public Builder audiences(String... names) {
            this.audiences = Set.of(names);
            return this;
        }

        /**
         * The algorithms that tokens may be signed with, as {@code RS256}: RS, PS, ES or HS with 256, 384 or 512. HS needs
         * {@link #sharedSecret}.
         */
        public Builder algorithms(String... names) {
            for (String name : names) {
                algorithms.add(Algorithms.of(name));
            }
            return this;
        }

        /** The public keys, as a JSON Web Key Set (RFC 7517). */
        public Builder keys(String jwkSet) {
            this.localKeys = jwkSet;
            return this;
        }

        /** Where the public keys are fetched from: https, or a loopback address. */
        public Builder keysFrom(URI uri) {
            this.remoteKeys = Fetcher.check(uri);
            return this;
        }

        /** The secret for HS256, HS384 or HS512, with at least as many bytes as the hash has; copied. */
        public Builder sharedSecret(byte[] bytes) {
            this.secretBytes = bytes.clone();
            return this;
        }

        /** The claim that says on whose behalf the bearer acts; {@code sub} unless said otherwise. */
        public Builder ownerClaim(String name) {
            this.ownerClaim = name;
            return this;
        }

        /** Further claims to hand to handlers as labels; texts only. */
        public Builder labelClaims(String... names) {
            this.labelClaims = Set.of(names);
            return this;
        }

        /** Accepts only tokens of the type {@code at+jwt} (RFC 9068); else such without a type and {@code JWT} serve too. */
        public Builder accessTokenTypeOnly() {
            this.accessTokenTypeOnly = true;
            return this;
        }

        /** How far clocks may be apart: up to five minutes, 30 seconds unless said otherwise. */
        public Builder clockSkew(Duration duration) {
            this.skew = checked("The clock skew", duration, Duration.ZERO, Duration.ofMinutes(5));
            return this;
        }

        /** How long a token may be valid in all: up to 366 days, one day unless said otherwise. */
        public Builder maxLifetime(Duration duration) {
            this.longest = checked("The longest lifetime", duration, Duration.ofSeconds(1), Duration.ofDays(366));
            return this;
        }

        /** For how long fetched keys are not asked for again: up to a day, ten minutes unless said otherwise. */
        public Builder keysFreshFor(Duration duration) {
            this.fresh = checked("The time that keys are fresh", duration, Duration.ofSeconds(1), DAY);
            return this;
        }

        /** For how long keys serve on while they cannot be fetched: up to a day, an hour unless said otherwise. */
        public Builder keysStaleFor(Duration duration) {
            this.stale = checked("The time that keys serve on", duration, Duration.ZERO, DAY);
            return this;
        }

        /**
         * How often keys are asked for at most because a token names an unknown one: a second to an hour, 30 seconds unless
         * said otherwise. After a failure it is a tenth.
         */
        public Builder keysInterval(Duration duration) {
            this.interval = checked("The interval of questions", duration, Duration.ofSeconds(1), Duration.ofHours(1));
            return this;
        }

        /** How long fetching keys may take in all: up to 30 seconds, two unless said otherwise. */
        public Builder fetchTimeout(Duration duration) {
            this.timeout = checked("The fetch timeout", duration, Duration.ofMillis(10), Duration.ofSeconds(30));
            return this;
        }

        /** How large a fetched key set may be, in bytes; 256 KiB unless said otherwise. */
        public Builder largestKeySet(int bytes) {
            if (bytes <= 0) {
                throw new IllegalArgumentException(Messages.badDuration("The largest key set"));
            }
            this.largestKeySet = bytes;
            return this;
        }

        /** The clock; the system's unless said otherwise. */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        private static Duration checked(String what, Duration duration, Duration least, Duration most) {
            if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                throw new IllegalArgumentException(Messages.badDuration(what));
            }
            return duration;
        }

        /**
         * Makes the verifier. Nothing is fetched yet.
         *
         * @throws IllegalArgumentException when something is missing, or does not go together
         */
        public JwtVerifier build() {
            String from = issuer;
            if (from == null || from.isBlank()) {
                throw new IllegalArgumentException(Messages.missing("an issuer"));
            }
            if (audiences.isEmpty() || audiences.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(Messages.missing("an audience"));
            }
            if (algorithms.isEmpty()) {
                throw new IllegalArgumentException(Messages.missing("an algorithm"));
            }
            return new JwtVerifier(
                    Set.copyOf(algorithms),
                    source(),
                    new Claims(from, audiences, ownerClaim, labelClaims, skew, longest),
                    accessTokenTypeOnly,
                    clock);
        }

        private KeySource source() {
            long symmetric = algorithms.stream().filter(Algorithms::isSymmetric).count();
            if (symmetric > 0 && symmetric < algorithms.size()) {
                throw new IllegalArgumentException(Messages.mixedAlgorithms());
            }
            byte[] shared = secretBytes;
            String local = localKeys;
            URI remote = remoteKeys;
            if ((shared == null ? 0 : 1) + (local == null ? 0 : 1) + (remote == null ? 0 : 1) > 1) {
                throw new IllegalArgumentException(Messages.twoSources());
            }
            if (shared != null) {
                return shared(shared, symmetric > 0);
            }
            if (symmetric > 0) {
                throw new IllegalArgumentException(Messages.keysForSymmetric());
            }
            if (local != null) {
                return KeySource.fixed(parsed(local));
            }
            if (remote == null) {
                throw new IllegalArgumentException(Messages.missing("keys"));
            }
            return new RemoteKeys(
                    remote,
                    new Fetcher(timeout, largestKeySet),
                    Set.copyOf(algorithms),
                    new RemoteKeys.Times(fresh, stale, interval),
                    clock);
        }

        private KeySource shared(byte[] bytes, boolean symmetric) {
            if (!symmetric) {
                throw new IllegalArgumentException(Messages.secretForAsymmetric());
            }
            int needed = algorithms.stream()
                    .mapToInt(Algorithms::shortestSecret)
                    .max()
                    .orElse(0);
            if (bytes.length < needed) {
                throw new IllegalArgumentException(Messages.tooShort(bytes.length, needed));
            }
            return KeySource.fixed(VerificationKeys.of(new OctetSequenceKey.Builder(bytes).build()));
        }

        private VerificationKeys parsed(String jwkSet) {
            try {
                return VerificationKeys.parse(jwkSet, algorithms);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(Messages.badKeySet(String.valueOf(e.getMessage())));
            }
        }
    }
}
