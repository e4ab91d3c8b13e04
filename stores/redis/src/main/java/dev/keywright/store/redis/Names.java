package dev.keywright.store.redis;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    /** Stands for a value, {@link #LENGTH} bytes long whatever that is. */
    byte[] digest(String kind, String value) {
        byte[] bytes = (kind + '\0' + value).getBytes(StandardCharsets.UTF_8);
        try {
            if (secret.length == 0) {
                return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), LENGTH);
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(bytes), LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256 and HmacSHA256", e);
        }
    }
}
