package dev.keywright.runtime;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.secret.SecretValue;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The values of one secret, ready to verify with, and a stranger's value for key ids that do not exist. */
final class SecretSet {

    /** Bytes that a secret needs: the length of SHA-256's output (RFC 2104, section 3). */
    static final int SHORTEST = 32;

    private final String name;
    private final Map<String, SignatureKey> keys = new HashMap<>();
    private final SignatureKey stranger;
    private final AtomicLong toleranceMillis = new AtomicLong();

    SecretSet(String name, List<SecretValue> values) {
        this.name = name;
        for (SecretValue value : values) {
            keys.put(value.keyId(), new SignatureKey(name, value.keyId(), value.hmacSha256Key(), true));
        }
        byte[] random = new byte[SHORTEST];
        new SecureRandom().nextBytes(random);
        this.stranger = new SignatureKey(name, "", new SecretKeySpec(random, "HmacSHA256"), false);
    }

    String name() {
        return name;
    }

    /** The key of an id; for an unknown id one that costs the same and fits nothing. */
    SignatureKey key(String keyId) {
        SignatureKey known = keys.get(keyId);
        return known == null ? stranger : known;
    }

    /** Endpoints that share a secret remember its nonces as long as the most tolerant of them accepts signatures. */
    void atLeast(long millis) {
        toleranceMillis.accumulateAndGet(millis, Math::max);
    }

    long toleranceMillis() {
        return toleranceMillis.get();
    }

    /** One value; each thread keeps its own Mac, keyed once. */
    static final class SignatureKey {

        private final String owner;
        private final String keyId;
        private final boolean known;
        private final String credential;
        private final ThreadLocal<Mac> macs;

        SignatureKey(String owner, String keyId, SecretKey key, boolean known) {
            this.owner = owner;
            this.keyId = keyId;
            this.known = known;
            this.credential = owner + '/' + keyId;
            this.macs = ThreadLocal.withInitial(() -> Digests.hmacSha256(key));
        }

        boolean isKnown() {
            return known;
        }

        String owner() {
            return owner;
        }

        String keyId() {
            return keyId;
        }

        /** Names the credential in replay memory and limits. */
        String credential() {
            return credential;
        }

        byte[] mac(byte[] bytes, int length) {
            Mac mac = macs.get();
            mac.update(bytes, 0, length);
            return mac.doFinal();
        }
    }
}
