package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.digest.Reused;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** One value of a secret, with its Macs, each keyed once. */
public final class SignatureKey {

    static final int STRANGER = 0;

    private final String owner;
    private final String keyId;
    private final String credential;
    private final SecretKey key;
    private final Reused<@Nullable Mac[]> macs;
    private final int place;

    /**
     * A key.
     *
     * @param macs the Macs of all keys of a set, found in one step whichever of them it is: a look-up for each by itself
     *     takes longer for some keys than for others, and would tell the stranger's
     * @param place where its own is among them; {@link #STRANGER} for the key that stands in for ids that do not exist
     */
    SignatureKey(String owner, String keyId, SecretKey key, Reused<@Nullable Mac[]> macs, int place) {
        this.owner = owner;
        this.keyId = keyId;
        this.key = key;
        this.macs = macs;
        this.place = place;
        this.credential = owner + '/' + keyId;
    }

    /** False for the key that stands in for ids that do not exist. */
    public boolean isKnown() {
        return place != STRANGER;
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
        @Nullable Mac[] all = macs.take();
        Mac mac = own(all);
        mac.update(bytes, 0, length);
        byte[] value = mac.doFinal();
        macs.giveBack(all);
        return value;
    }

    byte[] mac(byte[] prefix, byte[] body) {
        @Nullable Mac[] all = macs.take();
        Mac mac = own(all);
        mac.update(prefix);
        byte[] value = mac.doFinal(body);
        macs.giveBack(all);
        return value;
    }

    private Mac own(@Nullable Mac[] all) {
        Mac mac = all[place];
        if (mac == null) {
            mac = Digests.hmacSha256(key);
            all[place] = mac;
        }
        return mac;
    }
}
