package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import org.jspecify.annotations.Nullable;

/** The credentials of {@code @AnyOf}, of which a request presents exactly one. */
final class Choice {

    private final ApiKeyCheck[] keys;
    private final HmacCheck[] signatures;
    private final @Nullable BearerCheck bearer;

    Choice(ApiKeyCheck[] keys, HmacCheck[] signatures, @Nullable BearerCheck bearer) {
        this.keys = keys;
        this.signatures = signatures;
        this.bearer = bearer;
    }

    /** Finds the one that was presented and has the attempt read it, or says why not. */
    @Nullable
    Reason present(Exchange exchange, Attempt attempt) {
        int presented = 0;
        ApiKeyCheck key = null;
        for (ApiKeyCheck check : keys) {
            int count = check.count(exchange);
            presented += count;
            key = count > 0 ? check : key;
        }
        HmacCheck signature = null;
        for (HmacCheck check : signatures) {
            int count = check.count(exchange);
            presented += count;
            signature = count > 0 ? check : signature;
        }
        int tokens = bearer == null ? 0 : bearer.count(exchange);
        presented += tokens;
        if (presented != 1) {
            return presented == 0 ? Reason.CREDENTIAL_MISSING : Reason.CREDENTIAL_AMBIGUOUS;
        }
        if (bearer != null && tokens > 0) {
            return attempt.read(bearer);
        }
        if (key != null) {
            return attempt.read(key);
        }
        return signature == null ? Reason.CREDENTIAL_MISSING : attempt.read(signature);
    }
}
