package dev.keywright.runtime.token;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.digest.Strangers;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyFormat;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.token.TokenRecord.Kind;
import dev.keywright.runtime.token.TokenRefusedException.Why;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues, refreshes, verifies and revokes opaque bearer tokens. A token has the form of a key, {@code
 * <prefix>at_<id>_<secret><checksum>} for access and {@code <prefix>rt_…} for refreshing, with 256 random bits; only its
 * digest is kept. Safe for use by many threads.
 *
 * <p>Tokens that follow one another by refreshing are a family. A refresh token serves once: used again, it shows that
 * somebody else has it too, and the whole family is revoked (RFC 9700, section 4.14). A family ends when it was issued for
 * {@link Builder#refreshLife}, however often it was refreshed, so that a used token is remembered as long as it could harm.
 *
 * <p>Services may share a store: one takes no token that another of another prefix has issued. To revoke by id or by owner
 * concerns the whole store.
 */
public final class TokenService implements BearerVerifier {

    private static final System.Logger LOG = System.getLogger("dev.keywright");

    /** What the digest of an unknown token is compared with, so that it costs the same. */
    private static final Strangers<TokenRecord> STRANGERS = new Strangers<>(name ->
            new TokenRecord(name, Kind.ACCESS, "sha256:" + "0".repeat(64), name, name, Set.of(), Map.of(), 0, 1));

    private static final BearerAnswer MALFORMED = new BearerAnswer.Refused(Reason.CREDENTIAL_MALFORMED);
    private static final BearerAnswer UNKNOWN = new BearerAnswer.Refused(Reason.CREDENTIAL_UNKNOWN);

    private final TokenStore store;
    private final String prefix;
    private final String familyStart;
    private final KeyHasher hasher;
    private final InstantSource clock;
    private final long accessMillis;
    private final long refreshMillis;

    private TokenService(Builder builder) {
        this.store = builder.store;
        this.prefix = builder.prefix;
        this.familyStart = prefix + '.';
        this.hasher = builder.hasher;
        this.clock = builder.clock;
        this.accessMillis = builder.accessLife.toMillis();
        this.refreshMillis = builder.refreshLife.toMillis();
    }

    /** Starts a service over a store. */
    public static Builder builder(TokenStore store) {
        return new Builder(store);
    }

    /**
     * Issues the first tokens of a family, to an owner who has just proved who they are.
     *
     * @param owner whose tokens they are
     * @param scopes what the bearer may do
     * @param labels further facts, handed to handlers
     * @return an access token, and a refresh token unless {@link Builder#withoutRefresh()} was said
     * @throws TokenRefusedException when the owner has too many tokens or the store is full
     * @throws TokenStoreException when the store does not answer
     */
    public IssuedTokens issue(String owner, Set<String> scopes, Map<String, String> labels)
            throws TokenRefusedException, TokenStoreException {
        long now = clock.millis();
        String family =
                familyStart + ApiKeys.create(prefix, owner, hasher).record().id();
        IssuedTokens issued = make(owner, family, scopes, labels, now, refreshMillis == 0 ? 0 : now + refreshMillis);
        if (!store.save(records(issued), now)) {
            throw new TokenRefusedException(Why.FULL);
        }
        return issued;
    }

    /** As {@link #issue(String, Set, Map)} without labels. */
    public IssuedTokens issue(String owner, Set<String> scopes) throws TokenRefusedException, TokenStoreException {
        return issue(owner, scopes, Map.of());
    }

    /**
     * Takes a refresh token and issues the next tokens of its family, with the same owner, scopes and labels.
     *
     * @throws TokenRefusedException when the token does not serve; {@link TokenRefusedException#why()} says why
     * @throws TokenStoreException when the store does not answer; the token may have been used up nevertheless
     */
    public IssuedTokens refresh(String refreshToken) throws TokenRefusedException, TokenStoreException {
        KeyFormat parsed = KeyFormat.parse(refreshToken);
        if (parsed == null) {
            throw new TokenRefusedException(Why.MALFORMED);
        }
        TokenRecord record = find(parsed);
        if (record == null || record.kind() != Kind.REFRESH) {
            throw new TokenRefusedException(Why.UNKNOWN);
        }
        long now = clock.millis();
        if (now >= record.expiresMillis()) {
            throw new TokenRefusedException(Why.EXPIRED);
        }
        IssuedTokens issued =
                make(record.owner(), record.family(), record.scopes(), record.labels(), now, record.expiresMillis());
        switch (store.rotate(record.id(), records(issued), now)) {
            case ROTATED -> {
                return issued;
            }
            case REUSED -> {
                LOG.log(System.Logger.Level.WARNING, TokenMessages.reused(record));
                throw new TokenRefusedException(Why.REUSED);
            }
            case FULL -> throw new TokenRefusedException(Why.FULL);
            default -> throw new TokenRefusedException(Why.UNKNOWN);
        }
    }

    /**
     * Revokes what a token stands for (RFC 7009): an access token by itself, a refresh token with its whole family.
     *
     * @return whether it was a token of ours; callers are answered the same in either case
     * @throws TokenStoreException when the store does not answer; the token may still be valid
     */
    public boolean revoke(String token) throws TokenStoreException {
        KeyFormat parsed = KeyFormat.parse(token);
        TokenRecord record = parsed == null ? null : find(parsed);
        if (record == null) {
            return false;
        }
        return record.kind() == Kind.REFRESH ? store.revokeFamily(record.family()) > 0 : store.revoke(record.id());
    }

    /**
     * Revokes one token by its id, as audit events and {@code Caller.keyId()} name it.
     *
     * @return whether it was known
     * @throws TokenStoreException when the store does not answer; the token may still be valid
     */
    public boolean revokeId(String id) throws TokenStoreException {
        return store.revoke(id);
    }

    /**
     * Revokes all tokens of an owner: after a change of password, say.
     *
     * @return how many there were
     * @throws TokenStoreException when the store does not answer; they may still be valid
     */
    public int revokeOwner(String owner) throws TokenStoreException {
        return store.revokeOwner(owner);
    }

    @Override
    public BearerAnswer verify(String token) throws TokenStoreException {
        KeyFormat parsed = KeyFormat.parse(token);
        if (parsed == null) {
            return MALFORMED;
        }
        TokenRecord record = find(parsed);
        if (record == null || record.kind() != Kind.ACCESS) {
            return UNKNOWN;
        }
        return record.answer();
    }

    /** Every well-formed token costs one look-up, one digest and one comparison. */
    private @Nullable TokenRecord find(KeyFormat token) throws TokenStoreException {
        byte[] digest = token.digest(hasher);
        TokenStore.Stored found = store.find(token.id());
        boolean fits = (found == null ? STRANGERS.of(token.id()) : found.record()).matches(hasher, digest);
        // What a token begins with anyone can write anew; what its family begins with only the store can say. Asked
        // last, so
        // that a wrong secret costs no more than an unknown id.
        return found != null && fits && found.record().family().startsWith(familyStart) ? found.record() : null;
    }

    @Override
    public Health health() {
        return store.health();
    }

    private IssuedTokens make(
            String owner, String family, Set<String> scopes, Map<String, String> labels, long now, long familyEnd) {
        NewApiKey access = ApiKeys.create(prefix + "at", owner, hasher);
        long end = familyEnd == 0 ? now + accessMillis : Math.min(now + accessMillis, familyEnd);
        TokenRecord record = new TokenRecord(
                access.record().id(), Kind.ACCESS, access.record().digest(), family, owner, scopes, labels, now, end);
        if (familyEnd == 0) {
            return new IssuedTokens(access.key(), record, null, null);
        }
        NewApiKey refresh = ApiKeys.create(prefix + "rt", owner, hasher);
        return new IssuedTokens(
                access.key(),
                record,
                refresh.key(),
                new TokenRecord(
                        refresh.record().id(),
                        Kind.REFRESH,
                        refresh.record().digest(),
                        family,
                        owner,
                        scopes,
                        labels,
                        now,
                        familyEnd));
    }

    private static List<TokenRecord> records(IssuedTokens issued) {
        TokenRecord refresh = issued.refresh();
        return refresh == null ? List.of(issued.access()) : List.of(issued.access(), refresh);
    }

    /** Collects the settings of a service. Not safe for use by many threads. */
    public static final class Builder {

        private static final int LONGEST_PREFIX = 14;
        private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);
        private static final Duration LONGEST_ACCESS = Duration.ofHours(24);
        private static final Duration LONGEST_REFRESH = Duration.ofDays(366);

        private final TokenStore store;
        private String prefix = "kw";
        private KeyHasher hasher = KeyHasher.sha256();
        private InstantSource clock = InstantSource.system();
        private Duration accessLife = Duration.ofMinutes(10);
        private Duration refreshLife = Duration.ofHours(12);

        private Builder(TokenStore store) {
            this.store = store;
        }

        /**
         * What tokens begin with, the application's own, so that secret scanners can find leaked ones: 2 to 14 lower-case
         * letters and digits, a letter first; {@code kw} unless said otherwise.
         */
        public Builder prefix(String text) {
            ApiKeys.checkPrefix(text);
            if (text.length() > LONGEST_PREFIX) {
                throw new IllegalArgumentException(TokenMessages.longPrefix());
            }
            this.prefix = text;
            return this;
        }

        /** How the secrets of tokens are digested; plain SHA-256 unless said otherwise. */
        public Builder hasher(KeyHasher keyHasher) {
            this.hasher = keyHasher;
            return this;
        }

        /** The clock; the system's unless said otherwise. */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /** How long an access token is valid: a second to a day, ten minutes unless said otherwise. */
        public Builder accessLife(Duration life) {
            this.accessLife = checked(life, LONGEST_ACCESS);
            return this;
        }

        /**
         * For how long after it was first issued a family can be refreshed: a second to 366 days, twelve hours unless said
         * otherwise. Each refreshing leaves two records in the store until then.
         */
        public Builder refreshLife(Duration life) {
            this.refreshLife = checked(life, LONGEST_REFRESH);
            return this;
        }

        /** Issues access tokens alone. */
        public Builder withoutRefresh() {
            this.refreshLife = Duration.ZERO;
            return this;
        }

        private static Duration checked(Duration life, Duration longest) {
            if (life.compareTo(SHORTEST_LIFE) < 0 || life.compareTo(longest) > 0) {
                throw new IllegalArgumentException(TokenMessages.badLife(longest));
            }
            return life;
        }

        /** Makes the service. */
        public TokenService build() {
            return new TokenService(this);
        }
    }
}
