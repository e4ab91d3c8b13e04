package dev.keywright.runtime;

import dev.keywright.runtime.ApiKeyCheck.Presented;
import dev.keywright.runtime.HmacCheck.Signed;
import dev.keywright.runtime.key.KeyRecord;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the credentials of one exchange say together: API keys, a bearer token, a signature, each null when it was not presented.
 * Functions of three fields rather than an object, since every request would make one.
 */
final class Proofs {

    private Proofs() {}

    /** Who called: the token's owner, else the key's, else the secret that signed. */
    static Caller caller(@Nullable Presented keys, BearerCheck.@Nullable Presented bearer, @Nullable Signed signed) {
        String delivery = signed == null ? null : signed.deliveryId;
        if (bearer != null) {
            return Caller.ofToken(bearer.proved(), keys != null, signed != null, delivery);
        }
        if (keys != null) {
            return Caller.ofKey(keys.proved(), signed != null, delivery);
        }
        return signed == null
                ? Caller.anonymous()
                : Caller.ofSignature(signed.key().owner(), signed.key().keyId(), delivery);
    }

    /** What was presented, for metrics. */
    static String presented(
            @Nullable Presented keys, BearerCheck.@Nullable Presented bearer, @Nullable Signed signed, boolean login) {
        String all = (keys == null ? "" : "+api_key")
                + (signed == null ? "" : "+hmac")
                + (bearer == null ? "" : "+bearer")
                + (login ? "+login" : "");
        return all.isEmpty() ? "none" : all.substring(1);
    }

    /** Whether every credential that was presented has proved to be somebody's. */
    static boolean areGiven(@Nullable Presented keys, BearerCheck.@Nullable Presented bearer, @Nullable Signed signed) {
        if (bearer != null) {
            return bearer.proved != null && (keys == null || keys.record != null);
        }
        return keys == null ? signed != null && signed.key != null : keys.record != null;
    }

    /** The id of the token or key that was named, even if it was not proved; null when none is known. */
    static @Nullable String keyId(
            @Nullable Presented keys, BearerCheck.@Nullable Presented bearer, @Nullable Signed signed) {
        if (bearer != null && bearer.proved != null) {
            return bearer.proved.id().isEmpty() ? null : bearer.proved.id();
        }
        KeyRecord named = keys == null ? null : keys.named;
        if (named != null) {
            return named.id();
        }
        return signed != null && signed.key != null && signed.key.isKnown() ? signed.key.keyId() : null;
    }

    /** Whose the token or key is that was named; null when none is known. */
    static @Nullable String owner(
            @Nullable Presented keys, BearerCheck.@Nullable Presented bearer, @Nullable Signed signed) {
        if (bearer != null && bearer.proved != null) {
            return bearer.proved.owner();
        }
        KeyRecord named = keys == null ? null : keys.named;
        if (named != null) {
            return named.owner();
        }
        return signed != null && signed.key != null && signed.key.isKnown() ? signed.key.owner() : null;
    }

    /** The largest body in bytes that all of them take; -1 when none of them says. */
    static long bodyLimit(
            @Nullable Presented keys,
            BearerCheck.@Nullable Presented bearer,
            @Nullable Signed signed,
            @Nullable LoginCheck login) {
        long limit = signed == null ? -1 : signed.check.policy().bodyLimitBytes();
        for (Presented key = keys; key != null; key = key.next) {
            limit = smaller(limit, key.check.policy().bodyLimitBytes());
        }
        limit = bearer == null ? limit : smaller(limit, bearer.check.policy().bodyLimitBytes());
        return login == null ? limit : smaller(limit, login.bodyLimitBytes());
    }

    /** The smaller of two limits, of which a negative one is none. */
    private static long smaller(long one, long other) {
        return one < 0 ? other : other < 0 ? one : Math.min(one, other);
    }

    /** Whether each of them holds the scopes that the endpoint asks of it. */
    static boolean holdScopes(@Nullable Presented keys, BearerCheck.@Nullable Presented bearer) {
        for (Presented key = keys; key != null; key = key.next) {
            if (!grants(key.proved().scopes(), key.check.policy())) {
                return false;
            }
        }
        return bearer == null || grants(bearer.proved().scopes(), bearer.check.policy());
    }

    private static boolean grants(Set<String> held, CredentialPolicy policy) {
        for (String wanted : policy.scopes()) {
            if (!held.contains(wanted) && !Caller.grants(held, wanted)) {
                return false;
            }
        }
        return true;
    }
}
