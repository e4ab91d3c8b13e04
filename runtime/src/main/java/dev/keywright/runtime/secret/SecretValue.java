package dev.keywright.runtime.secret;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One value of a secret under its key id. Immutable; its text form does not show the value. */
public final class SecretValue {

    private final String keyId;
    private final byte[] value;
    private final boolean text;

    private SecretValue(String keyId, byte[] value, boolean text) {
        this.keyId = keyId;
        this.value = value;
        this.text = text;
    }

    /**
     * Makes a value.
     *
     * @param keyId names the value in requests; not secret; {@code [A-Za-z0-9][A-Za-z0-9._-]*}, at most 64 characters
     * @param value the secret bytes; copied
     */
    public static SecretValue of(String keyId, byte[] value) {
        SecretForm.checkKeyId(keyId);
        return new SecretValue(keyId, value.clone(), false);
    }

    /**
     * Makes a value from text, which some schemes decode: {@code whsec_…} is base64 under STANDARD_WEBHOOKS, and itself
     * under STRIPE.
     *
     * @param keyId as for {@link #of}
     * @param text the secret; as UTF-8 wherever it is not decoded
     */
    public static SecretValue ofText(String keyId, String text) {
        SecretForm.checkKeyId(keyId);
        return new SecretValue(keyId, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** The key id. */
    public String keyId() {
        return keyId;
    }

    /** How many bytes the secret has. */
    public int length() {
        return value.length;
    }

    /** Whether it was given as text rather than bytes. */
    public boolean isText() {
        return text;
    }

    /** A copy of the secret bytes. */
    public byte[] bytes() {
        return value.clone();
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
