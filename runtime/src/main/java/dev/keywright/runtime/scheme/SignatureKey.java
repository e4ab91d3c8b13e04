package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.digest.Reused;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** One value of a secret, with its Macs, each keyed once. */
public final class SignatureKey {

    private final String owner;
    private final String keyId;
    private final boolean known;
    private final String credential;
    private final Reused<Mac> macs;

    SignatureKey(String owner, String keyId, SecretKey key, boolean known) {
        this.owner = owner;
        this.keyId = keyId;
        this.known = known;
        this.credential = owner + '/' + keyId;
        this.macs = new Reused<>(() -> Digests.hmacSha256(key));
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
        Mac mac = macs.take();
        mac.update(bytes, 0, length);
        byte[] value = mac.doFinal();
        macs.giveBack(mac);
        return value;
    }

    byte[] mac(byte[] prefix, byte[] body) {
        Mac mac = macs.take();
        mac.update(prefix);
        byte[] value = mac.doFinal(body);
        macs.giveBack(mac);
        return value;
    }
}
