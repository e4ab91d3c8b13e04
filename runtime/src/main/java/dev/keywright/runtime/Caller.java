package dev.keywright.runtime;

import dev.keywright.annotations.internal.grammar.Scopes;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.token.BearerToken;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who called, as the guard found out. Holds no secret; may be logged. Immutable.
 */
public final class Caller implements Principal {

    private static final Set<Mechanism> BY_KEY = Set.of(Mechanism.API_KEY);
    private static final Set<Mechanism> BY_SIGNATURE = Set.of(Mechanism.HMAC);
    private static final Set<Mechanism> BY_BOTH = Set.of(Mechanism.API_KEY, Mechanism.HMAC);
    private static final Set<Mechanism> BY_TOKEN = Set.of(Mechanism.BEARER);
    private static final Set<Mechanism> BY_TOKEN_AND_KEY = Set.of(Mechanism.BEARER, Mechanism.API_KEY);
    private static final Set<Mechanism> BY_TOKEN_AND_SIGNATURE = Set.of(Mechanism.BEARER, Mechanism.HMAC);
    private static final Set<Mechanism> BY_ALL = Set.of(Mechanism.values());
    private static final Caller ANONYMOUS = new Caller("", "anonymous", Set.of(), Set.of(), Map.of(), null);

    private final String keyId;
    private final String owner;
    private final Set<String> scopes;
    private final Set<Mechanism> mechanisms;
    private final Map<String, String> labels;
    private final @Nullable String deliveryId;

    private Caller(
            String keyId,
            String owner,
            Set<String> scopes,
            Set<Mechanism> mechanisms,
            Map<String, String> labels,
            @Nullable String deliveryId) {
        this.keyId = keyId;
        this.owner = owner;
        this.scopes = scopes;
        this.mechanisms = mechanisms;
        this.labels = labels;
        this.deliveryId = deliveryId;
    }

    /** How a caller proved who they are. */
    public enum Mechanism {
        /** By an API key. */
        API_KEY,
        /** By signing the request. */
        HMAC,
        /** By a bearer token. */
        BEARER
    }

    /** The caller of an endpoint that demands no credential. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /**
     * Describes a caller.
     *
     * @param keyId the id of the key or token, never the key or token
     * @param owner whose it is
     * @param scopes what it may do
     * @param mechanisms what was proved
     * @param labels further facts from the key's record
     */
    public static Caller of(
            String keyId, String owner, Set<String> scopes, Set<Mechanism> mechanisms, Map<String, String> labels) {
        return new Caller(keyId, owner, Set.copyOf(scopes), Set.copyOf(mechanisms), Map.copyOf(labels), null);
    }

    static Caller ofKey(KeyRecord record, boolean signed, @Nullable String deliveryId) {
        // A record's sets are immutable already.
        return new Caller(
                record.id(), record.owner(), record.scopes(), signed ? BY_BOTH : BY_KEY, record.labels(), deliveryId);
    }

    static Caller ofSignature(String secret, String keyId, @Nullable String deliveryId) {
        return new Caller(keyId, secret, Set.of(), BY_SIGNATURE, Map.of(), deliveryId);
    }

    /** A token's bearer, on behalf of its owner, whatever else was proved. */
    static Caller ofToken(BearerToken token, boolean withKey, boolean signed, @Nullable String deliveryId) {
        Set<Mechanism> mechanisms =
                withKey ? (signed ? BY_ALL : BY_TOKEN_AND_KEY) : (signed ? BY_TOKEN_AND_SIGNATURE : BY_TOKEN);
        return new Caller(token.id(), token.owner(), token.scopes(), mechanisms, token.labels(), deliveryId);
    }

    static boolean grants(Set<String> held, String wanted) {
        for (String scope : held) {
            if (Scopes.grants(scope, wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The id of the bearer token, the API key, or the secret that signed, the first of these that the endpoint demands; empty
     * for an anonymous caller, and for a token without a name.
     */
    public String keyId() {
        return keyId;
    }

    /** Whose token or key it is; for a signed request without an API key, the name of the secret. */
    public String owner() {
        return owner;
    }

    /** The scopes of the token or API key as recorded, wildcards included; empty without either. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Everything that was proved. */
    public Set<Mechanism> mechanisms() {
        return mechanisms;
    }

    /** The labels of the token or of the API key's record. */
    public Map<String, String> labels() {
        return labels;
    }

    /**
     * The id that a webhook's sender gave this delivery; null when the scheme has none, or the sender named none.
     *
     * <p>Under GITHUB and SHOPIFY the same delivery can come again, by mistake or by somebody who saw it, and this id is what
     * a handler can tell it by. It is not signed there: whoever replays a delivery can also give it another id, so a handler
     * must bear being called twice. Under STANDARD_WEBHOOKS it is signed, and the same for each retry of a message.
     *
     * @return 1 to 128 visible ASCII characters
     */
    public @Nullable String deliveryId() {
        return deliveryId;
    }

    /** Whether nothing was proved. */
    public boolean isAnonymous() {
        return mechanisms.isEmpty();
    }

    /** Whether one of the scopes grants this one. */
    public boolean hasScope(String scope) {
        return grants(scopes, scope);
    }

    /** The owner. */
    @Override
    public String getName() {
        return owner;
    }

    @Override
    public String toString() {
        return owner + (keyId.isEmpty() ? "" : " (key " + keyId + ")");
    }
}
