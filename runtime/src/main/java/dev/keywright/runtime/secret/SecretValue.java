package dev.keywright.runtime.secret;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One value of a secret under its key id. Immutable; its text form does not show the value. */
public final class SecretValue {

    private final String keyId;
    private final byte[] value;

    private SecretValue(String keyId, byte[] value) {
        this.keyId = keyId;
        this.value = value;
    }

    /**
     * Makes a value.
     *
     * @param keyId names the value in requests; not secret; {@code [A-Za-z0-9][A-Za-z0-9._-]*}, at most 64 characters
     * @param value the secret bytes; copied
     */
    public static SecretValue of(String keyId, byte[] value) {
        SecretForm.checkKeyId(keyId);
        return new SecretValue(keyId, value.clone());
    }

    /** The key id. */
    public String keyId() {
        return keyId;
    }

    /** How many bytes the secret has. */
    public int length() {
        return value.length;
    }

    /** The secret as a key for HMAC-SHA-256. */
    public SecretKey hmacSha256Key() {
        return new SecretKeySpec(value, "HmacSHA256");
    }

    /** Without the value. */
    @Override
    public String toString() {
        return "SecretValue[" + keyId + "]";
    }
}
