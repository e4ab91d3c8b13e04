package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.digest.Strangers;
import dev.keywright.runtime.key.ForeignKeys;
import dev.keywright.runtime.key.KeyFormat;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.LastUses;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One API key that an endpoint asks for, with the store that knows it. */
final class ApiKeyCheck {

    private static final String AUTHORIZATION = "Authorization";
    private static final String SCHEME = "ApiKey ";
    /** What the digest of an unknown key is compared with, so that it costs the same. */
    private static final Strangers<KeyRecord> STRANGERS = new Strangers<>(
            name -> KeyRecord.of(name, "sha256:" + "0".repeat(64), name).build());

    private final ApiKeyPolicy policy;
    private final KeyStore store;
    private final KeyHasher hasher;
    private final @Nullable LastUses lastUses;
    private final boolean readsAuthorization;
    private final int index;

    ApiKeyCheck(
            ApiKeyPolicy policy,
            KeyStore store,
            KeyHasher hasher,
            @Nullable LastUses lastUses,
            boolean readsAuthorization,
            int index) {
        this.policy = policy;
        this.store = store;
        this.hasher = hasher;
        this.lastUses = lastUses;
        this.readsAuthorization = readsAuthorization;
        this.index = index;
    }

    ApiKeyPolicy policy() {
        return policy;
    }

    /** Which of the endpoint's credentials this is. */
    int index() {
        return index;
    }

    /** How often the key was presented, over both places. */
    int count(Exchange exchange) {
        int count = exchange.headers(policy.header()).size();
        return readsAuthorization ? count + inAuthorization(exchange) : count;
    }

    private static int inAuthorization(Exchange exchange) {
        int count = 0;
        for (String line : exchange.headers(AUTHORIZATION)) {
            if (isOurs(line)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isOurs(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Reads the key from the one place where it is, or says why not. */
    @Nullable
    Reason present(Exchange exchange, Presented into) {
        List<String> lines = exchange.headers(policy.header());
        List<String> authorization = readsAuthorization ? exchange.headers(AUTHORIZATION) : List.of();
        int ours = authorization.isEmpty() ? 0 : inAuthorization(exchange);
        if (lines.size() + ours != 1) {
            return lines.isEmpty() && ours == 0 ? Reason.CREDENTIAL_MISSING : Reason.CREDENTIAL_AMBIGUOUS;
        }
        String value = lines.isEmpty() ? null : lines.get(0);
        if (value == null) {
            if (authorization.size() != 1) {
                return Reason.CREDENTIAL_AMBIGUOUS;
            }
            value = authorization.get(0).substring(SCHEME.length());
        }
        into.key = KeyFormat.parse(value);
        if (into.key == null) {
            if (!store.holdsForeignKeys() || !ForeignKeys.mayBe(value)) {
                return Reason.CREDENTIAL_MALFORMED;
            }
            into.foreign = value;
        }
        return null;
    }

    /** Looks the key up; every well-formed key costs one look-up, one digest and one comparison. */
    @Nullable
    Reason lookUp(Presented presented) {
        try {
            KeyRecord found;
            byte[] digest;
            String name;
            if (presented.key != null) {
                digest = presented.key.digest(hasher);
                name = presented.key.id();
                found = store.findById(name, digest);
            } else {
                byte[] whole =
                        java.util.Objects.requireNonNull(presented.foreign).getBytes(StandardCharsets.UTF_8);
                digest = hasher.raw(whole, 0, whole.length);
                name = hasher.prefix() + HexFormat.of().formatHex(digest);
                found = store.findByDigest(name);
            }
            boolean fits = (found == null ? STRANGERS.of(name) : found).matches(hasher, digest);
            presented.named = found;
            if (found == null || !fits) {
                return Reason.CREDENTIAL_UNKNOWN;
            }
            presented.record = found;
            return null;
        } catch (KeyStoreException e) {
            return Reason.KEY_STORE_UNAVAILABLE;
        }
    }

    /** A key that a request presents. */
    static final class Presented {
        final ApiKeyCheck check;
        final @Nullable Presented next;

        @Nullable
        KeyFormat key;

        @Nullable
        String foreign;
        /** The record of the key's id, whether or not the secret fitted; for the audit alone. */
        @Nullable
        KeyRecord named;
        /** The record, once the key has proved to be its. */
        @Nullable
        KeyRecord record;

        Presented(ApiKeyCheck check, @Nullable Presented next) {
            this.check = check;
            this.next = next;
        }

        KeyRecord proved() {
            if (record == null) {
                throw new IllegalStateException(Messages.stepSkipped());
            }
            return record;
        }

        /** Notes that the key was used. */
        void admitted() {
            if (check.lastUses != null) {
                check.lastUses.used(proved());
            }
        }

        /** Whether the key is valid now and from this address, or why not. */
        @Nullable
        Reason standing(Keywright keywright, Attempt attempt) {
            KeyRecord record = proved();
            if (record.revoked() != null) {
                return Reason.KEY_REVOKED;
            }
            if (record.hasBounds()) {
                long now = keywright.nowMillis();
                if (record.isTooEarly(now)) {
                    return Reason.KEY_NOT_YET_VALID;
                }
                if (record.isTooLate(now)) {
                    return Reason.KEY_EXPIRED;
                }
            }
            boolean allowed = record.networks().isEmpty() || record.allows(attempt.clientAddress());
            return allowed ? null : Reason.ADDRESS_NOT_ALLOWED;
        }
    }
}
