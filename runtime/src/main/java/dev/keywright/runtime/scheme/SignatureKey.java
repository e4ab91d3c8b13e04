package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Digests;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** One value of a secret; each thread keeps its own Mac, keyed once. */
public final class SignatureKey {

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

    /** False for the key that stands in for ids that do not exist. */
    public boolean isKnown() {
        return known;
    }

    /** The name of the secret. */
    public String owner() {
        return owner;
    }

    /** The id of the value. */
    public String keyId() {
        return keyId;
    }

    /** Names the credential in replay memory and limits. */
    public String credential() {
        return credential;
    }

    byte[] mac(byte[] bytes, int length) {
        Mac mac = macs.get();
        mac.update(bytes, 0, length);
        return mac.doFinal();
    }

    byte[] mac(byte[] prefix, byte[] body) {
        Mac mac = macs.get();
        mac.update(prefix);
        return mac.doFinal(body);
    }
}
