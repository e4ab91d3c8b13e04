package dev.keywright.runtime.key;

import dev.keywright.annotations.internal.grammar.LimitGrammar;
import dev.keywright.annotations.internal.grammar.Scopes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an API key. Never the key itself. Immutable.
 *
 * @param id finds the record; part of the key for keys in Keywright's format, a name of your own for others
 * @param digest the digest of the key's secret part (of the whole key for other formats), as {@link KeyHasher} makes it
 * @param owner whose key it is
 * @param scopes what it may do; {@code orders:*} stands for whatever starts with {@code orders:}
 * @param notBefore from when it is valid; null for always
 * @param expires until when it is valid; null for ever
 * @param revoked since when it is not valid any more; null while it is
 * @param networks the networks (CIDR) that it may be used from; empty for all
 * @param limits a limit of its own over all endpoints, in the grammar of {@code @RateLimited}; null for none
 * @param labels further facts, handed to the handler
 */
public record KeyRecord(
        String id,
        String digest,
        String owner,
        Set<String> scopes,
        @Nullable Instant notBefore,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        List<String> networks,
        @Nullable String limits,
        Map<String, String> labels) {

    /**
     * Checks every part.
     *
     * @throws IllegalArgumentException when one does not follow its grammar
     */
    public KeyRecord {
        if (id.isBlank() || id.length() > 128 || owner.isBlank()) {
            throw new IllegalArgumentException(KeyMessages.recordWithoutIdOrOwner(id));
        }
        KeyHasher.checkForm(digest, id);
        scopes = Set.copyOf(new LinkedHashSet<>(scopes));
        scopes.forEach(Scopes::check);
        networks = List.copyOf(networks);
        networks.forEach(dev.keywright.runtime.net.Cidr::parse);
        if (limits != null) {
            LimitGrammar.parse(limits);
        }
        labels = Map.copyOf(new LinkedHashMap<>(labels));
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
        return copy;
    }

    /** Without the digest. */
    @Override
    public String toString() {
        return "KeyRecord[" + id + ", owner=" + owner + ", scopes=" + scopes + "]";
    }

    /** Collects a record. Not safe for use by many threads. */
    public static final class Builder {

        private final String id;
        private final String digest;
        private final String owner;
        private Set<String> scopes = Set.of();
        private @Nullable Instant notBefore;
        private @Nullable Instant expires;
        private @Nullable Instant revoked;
        private List<String> networks = List.of();
        private @Nullable String limits;
        private Map<String, String> labels = Map.of();

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

        /** Makes the record; throws as its constructor does. */
        public KeyRecord build() {
            return new KeyRecord(
                    id, digest, owner, scopes, notBefore, expires, revoked, networks, limits, labels);
        }
    }
}
