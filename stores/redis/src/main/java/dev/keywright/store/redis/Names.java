package dev.keywright.store.redis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The names under which things stand in Redis: a prefix and a digest, so that neither keys, monitors nor dumps show an id, an
 * account, an address or a nonce. Plain SHA-256 can be guessed back for whatever has few values, such as IPv4 addresses;
 * HMAC-SHA-256 under a secret of the application cannot.
 */
final class Names {

    /** Bytes of a digest: enough that nobody finds two alike. */
    private static final int LENGTH = 16;

    private final String prefix;
    private final byte[] secret;

    Names(String prefix, byte[] secret) {
        this.prefix = prefix;
        this.secret = secret.clone();
    }

    /** A key that holds no one's name. */
    byte[] fixed(String kind) {
        return (prefix + ':' + kind).getBytes(StandardCharsets.US_ASCII);
    }

    /** The key of something that has a name. */
    byte[] key(String kind, String name) {
        return (prefix + ':' + kind + ':' + text(kind, name)).getBytes(StandardCharsets.US_ASCII);
    }

    /** As {@link #digest}, in letters. */
    String text(String kind, String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(kind, value));
    }

    /** A key for another use; null without a secret. */
    static byte @Nullable [] derived(byte[] secret, String use) {
        return secret.length == 0 ? null : mac(secret, use.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] secret, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Stands for a value, {@link #LENGTH} bytes long whatever that is. */
    byte[] digest(String kind, String value) {
        byte[] bytes = (kind + '\0' + value).getBytes(StandardCharsets.UTF_8);
        if (secret.length > 0) {
            return Arrays.copyOf(mac(secret, bytes), LENGTH);
        }
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
