package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.scheme.Authorities;
import dev.keywright.runtime.scheme.Claim;
import dev.keywright.runtime.scheme.Scheme;
import dev.keywright.runtime.scheme.SecretSet;
import dev.keywright.runtime.scheme.SignatureKey;
import org.jspecify.annotations.Nullable;

/** One signature that an endpoint asks for: what every scheme has in common. */
final class HmacCheck {

    private final HmacPolicy policy;
    private final Scheme scheme;
    /** What the scheme answers to the same question for each request. */
    private final boolean dated;

    private final boolean namesKey;
    private final SecretSet secrets;
    private final Authorities authorities;
    private final NonceStore nonces;
    private final long toleranceMillis;
    private final long forwardMillis;
    private final int index;

    HmacCheck(
            HmacPolicy policy,
            SecretSet secrets,
            Authorities authorities,
            NonceStore nonces,
            long forwardMillis,
            int index) {
        this.policy = policy;
        this.scheme = policy.rules();
        this.dated = scheme.isDated();
        this.namesKey = scheme.namesKey();
        this.secrets = secrets;
        this.authorities = authorities;
        this.nonces = nonces;
        this.toleranceMillis = policy.tolerance().toMillis();
        this.forwardMillis = forwardMillis;
        this.index = index;
        secrets.atLeast(toleranceMillis);
    }

    HmacPolicy policy() {
        return policy;
    }

    int index() {
        return index;
    }

    int count(Exchange exchange) {
        return scheme.count(exchange);
    }

    /** Reads the scheme's headers and checks the window, or says why not. */
    @Nullable
    Reason present(Exchange exchange, long nowMillis, Signed into) {
        Reason wrong = scheme.read(exchange, secrets, into);
        if (wrong != null || !dated) {
            return wrong;
        }
        boolean early = into.signedMillis > nowMillis + forwardMillis;
        return isFromBefore(into) || early || isTooOld(into, nowMillis) ? Reason.SIGNATURE_STALE : null;
    }

    /** Whether the store may have forgotten that it was admitted. */
    private boolean isFromBefore(Signed signed) {
        long born = nonces.bornAtMillis();
        return born != Long.MIN_VALUE && signed.signedMillis < born + forwardMillis;
    }

    private boolean isTooOld(Signed signed, long nowMillis) {
        return signed.signedMillis < nowMillis - toleranceMillis || signed.expiresMillis <= nowMillis;
    }

    /** An unknown key id goes on with a stranger's key, so that it looks and costs like a wrong signature. */
    void lookUp(Signed signed) {
        if (namesKey) {
            signed.key = secrets.key(signed.keyId);
        }
    }

    /** Whether the signature is that of the request under one of the application's authorities. */
    @Nullable
    Reason verify(Exchange exchange, byte[] body, Signed signed) {
        return scheme.verify(exchange, body, secrets, authorities, signed);
    }

    boolean isSeen(Signed signed) {
        return signed.once != null && nonces.seen(memory(signed), signed.once);
    }

    /**
     * Records what may come once only, for as long as any endpoint would accept the signature, or says why not. The window
     * is looked at again: a body that came slowly must not carry a signature past the time for which it was remembered.
     */
    @Nullable
    Reason record(Signed signed, long nowMillis) {
        if (!dated) {
            return null;
        }
        if (isTooOld(signed, nowMillis)) {
            return Reason.SIGNATURE_STALE;
        }
        if (signed.once == null) {
            throw new IllegalStateException(Messages.stepSkipped());
        }
        long expires = nowMillis + Math.max(toleranceMillis, secrets.toleranceMillis()) + forwardMillis;
        NonceStore.Answer answer = nonces.record(memory(signed), signed.once, expires, nowMillis);
        if (answer == NonceStore.Answer.RECORDED) {
            // A shared store may have lost its data since the window was looked at, and then knows nothing of before.
            return isFromBefore(signed) ? Reason.SIGNATURE_STALE : null;
        }
        return answer == NonceStore.Answer.SEEN ? Reason.SIGNATURE_REPLAYED : Reason.NONCE_STORE_UNAVAILABLE;
    }

    /** Where no key is named, one request may fit several values of a secret; they share a memory. */
    private String memory(Signed signed) {
        return namesKey ? signed.key().credential() : secrets.name();
    }

    /** A signature that a request presents. */
    static final class Signed extends Claim {
        final HmacCheck check;

        Signed(HmacCheck check) {
            this.check = check;
        }

        SignatureKey key() {
            if (key == null) {
                throw new IllegalStateException(Messages.stepSkipped());
            }
            return key;
        }
    }
}
