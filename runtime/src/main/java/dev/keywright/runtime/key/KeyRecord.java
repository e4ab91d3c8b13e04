package dev.keywright.runtime.key;

import dev.keywright.annotations.internal.grammar.LimitGrammar;
import dev.keywright.annotations.internal.grammar.Scopes;
import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.net.Cidr;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an API key. Never the key itself. Immutable, but for a mark by which a process knows that it has noted the
 * key's use already.
 */
public final class KeyRecord {

    private final String id;
    private final String digest;
    private final String owner;
    private final Set<String> scopes;
    private final @Nullable Instant notBefore;
    private final @Nullable Instant expires;
    private final @Nullable Instant revoked;
    private final List<String> networks;
    private final @Nullable String limits;
    private final Map<String, String> labels;
    private final boolean foreign;
    private final @Nullable Instant created;
    private final @Nullable String successor;

    /** Worked out once, so that a request neither decodes nor parses. */
    private final byte[] digestBytes;

    private final List<Cidr> cidrs;
    private final long validFromMillis;
    private final long validUntilMillis;

    /** In which period the use was noted last. Threads race for it; the worst is that a use is noted twice. */
    private int usePeriod;

    private KeyRecord(Builder from) {
        this.id = from.id;
        this.digest = from.digest;
        this.owner = from.owner;
        KeyBounds.checkNames(from);
        KeyBounds.checkSizes(from);
        KeyHasher.checkForm(digest, id);
        this.digestBytes = HexFormat.of().parseHex(digest, digest.indexOf(':') + 1, digest.length());
        this.scopes = Set.copyOf(from.scopes);
        scopes.forEach(Scopes::check);
        this.notBefore = from.notBefore;
        this.expires = from.expires;
        this.revoked = from.revoked;
        this.validFromMillis = notBefore == null ? Long.MIN_VALUE : notBefore.toEpochMilli();
        this.validUntilMillis = expires == null ? Long.MAX_VALUE : expires.toEpochMilli();
        this.networks = List.copyOf(from.networks);
        this.cidrs = networks.stream().map(Cidr::parse).toList();
        this.limits = from.limits;
        if (limits != null) {
            LimitGrammar.parse(limits);
        }
        this.labels = Map.copyOf(from.labels);
        this.foreign = from.foreign;
        this.created = from.created;
        this.successor = from.successor;
    }

    /** Finds the record; part of the key for keys in Keywright's format, a name of your own for others. */
    public String id() {
        return id;
    }

    /** The digest of the key's secret part (of the whole key for other formats), as {@link KeyHasher} makes it. */
    public String digest() {
        return digest;
    }

    /** Whose key it is. */
    public String owner() {
        return owner;
    }

    /** What the key may do; {@code orders:*} stands for whatever starts with {@code orders:}. */
    public Set<String> scopes() {
        return scopes;
    }

    /** From when the key is valid; null for always. */
    public @Nullable Instant notBefore() {
        return notBefore;
    }

    /** From when the key is not valid any more; null for never. */
    public @Nullable Instant expires() {
        return expires;
    }

    /** Since when the key is revoked, which holds at once whatever the time; null while it is not. */
    public @Nullable Instant revoked() {
        return revoked;
    }

    /** The networks (CIDR) that the key may be used from; empty for all. */
    public List<String> networks() {
        return networks;
    }

    /** A limit of its own over all endpoints, in the grammar of {@code @RateLimited}; null for none. */
    public @Nullable String limits() {
        return limits;
    }

    /** Further facts, handed to the handler. */
    public Map<String, String> labels() {
        return labels;
    }

    /** Whether the key has a format of its own, so that it is found by the digest of the whole key. */
    public boolean foreign() {
        return foreign;
    }

    /** When the key was made; null where nobody wrote it down. */
    public @Nullable Instant created() {
        return created;
    }

    /** The id of the key that takes this one's place; null while none was made. */
    public @Nullable String successor() {
        return successor;
    }

    /** How the key stands at a moment. */
    public KeyStanding standing(Instant now) {
        if (revoked != null) {
            return KeyStanding.REVOKED;
        }
        if (isTooLate(now.toEpochMilli())) {
            return KeyStanding.EXPIRED;
        }
        return isTooEarly(now.toEpochMilli()) ? KeyStanding.NOT_YET_VALID : KeyStanding.VALID;
    }

    /** Notes that the key's use in a period is known; whether it was so before. */
    boolean isUseKnown(int period) {
        boolean known = usePeriod == period;
        usePeriod = period;
        return known;
    }

    /** Whether a digest of the hasher is this record's; the time does not tell where they differ. */
    public boolean matches(KeyHasher hasher, byte[] rawDigest) {
        // Compared first and always; which hasher made the record is no secret.
        boolean equal = hasDigest(rawDigest);
        return equal && digest.startsWith(hasher.prefix());
    }

    /** Whether the record's digest has these bytes, whichever hasher made it; the time does not tell where they differ. */
    public boolean hasDigest(byte[] rawDigest) {
        return Digests.areEqual(digestBytes, rawDigest);
    }

    /** Whether the validity has bounds, so that the clock is worth reading. */
    public boolean hasBounds() {
        return notBefore != null || expires != null;
    }

    /** Whether it is too early, in milliseconds since the epoch. */
    public boolean isTooEarly(long nowMillis) {
        return nowMillis < validFromMillis;
    }

    /** Whether it is too late, in milliseconds since the epoch. */
    public boolean isTooLate(long nowMillis) {
        return nowMillis >= validUntilMillis;
    }

    /** Whether the key may be used from an address. */
    public boolean allows(InetAddress address) {
        if (cidrs.isEmpty()) {
            return true;
        }
        for (Cidr cidr : cidrs) {
            if (cidr.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** Starts a record that is valid at once, for ever, from everywhere, and may do nothing. */
    public static Builder of(String id, String digest, String owner) {
        return new Builder(id, digest, owner);
    }

    /** Starts a changed copy. */
    public Builder toBuilder() {
        Builder copy = new Builder(id, digest, owner);
        copy.scopes = scopes;
        copy.notBefore = notBefore;
        copy.expires = expires;
        copy.revoked = revoked;
        copy.networks = networks;
        copy.limits = limits;
        copy.labels = labels;
        copy.foreign = foreign;
        copy.created = created;
        copy.successor = successor;
        return copy;
    }

    /** Without the digest. */
    @Override
    public String toString() {
        return "KeyRecord[" + id + ", owner=" + owner + ", scopes=" + scopes + "]";
    }

    /** Collects a record. Not safe for use by many threads. */
    public static final class Builder {

        final String id;
        private final String digest;
        final String owner;
        Set<String> scopes = Set.of();
        private @Nullable Instant notBefore;
        private @Nullable Instant expires;
        private @Nullable Instant revoked;
        List<String> networks = List.of();

        @Nullable
        String limits;

        Map<String, String> labels = Map.of();
        private boolean foreign;
        private @Nullable Instant created;

        @Nullable
        String successor;

        private Builder(String id, String digest, String owner) {
            this.id = id;
            this.digest = digest;
            this.owner = owner;
        }

        public Builder scopes(String... values) {
            this.scopes = Set.of(values);
            return this;
        }

        public Builder scopes(Set<String> values) {
            this.scopes = values;
            return this;
        }

        public Builder notBefore(@Nullable Instant instant) {
            this.notBefore = instant;
            return this;
        }

        public Builder expires(@Nullable Instant instant) {
            this.expires = instant;
            return this;
        }

        public Builder revoked(@Nullable Instant instant) {
            this.revoked = instant;
            return this;
        }

        public Builder networks(String... cidrs) {
            this.networks = List.of(cidrs);
            return this;
        }

        public Builder networks(List<String> cidrs) {
            this.networks = cidrs;
            return this;
        }

        public Builder limits(@Nullable String text) {
            this.limits = text;
            return this;
        }

        public Builder labels(Map<String, String> values) {
            this.labels = values;
            return this;
        }

        public Builder foreign(boolean isForeign) {
            this.foreign = isForeign;
            return this;
        }

        public Builder created(@Nullable Instant instant) {
            this.created = instant;
            return this;
        }

        public Builder successor(@Nullable String successorId) {
            this.successor = successorId;
            return this;
        }

        /**
         * Makes the record.
         *
         * @throws IllegalArgumentException when a part does not follow its grammar
         */
        public KeyRecord build() {
            return new KeyRecord(this);
        }
    }
}
