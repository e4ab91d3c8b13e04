package dev.keywright.runtime.key;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.digest.Reused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a key's secret into what is kept of it: its SHA-256, or its HMAC-SHA-256 under a pepper that is kept elsewhere. A
 * slow password hash is not needed: the secret has 256 random bits. Safe for use by many threads.
 */
public final class KeyHasher {

    private static final String SHA256 = "sha256:";
    private static final String HMAC = "hmac-sha256:";
    private static final int SHORTEST_PEPPER = 32;

    private final String prefix;
    private final Reused<Digest> digests;

    /** A digest object, for one thread at a time. */
    private interface Digest {
        byte[] of(byte[] secret, int offset, int length);
    }

    private KeyHasher(String prefix, Supplier<Digest> digest) {
        this.prefix = prefix;
        this.digests = new Reused<>(digest);
    }

    /** Plain SHA-256. */
    public static KeyHasher sha256() {
        return new KeyHasher(SHA256, () -> {
            MessageDigest sha256 = Digests.sha256();
            return (secret, offset, length) -> {
                sha256.update(secret, offset, length);
                return sha256.digest();
            };
        });
    }

    /**
     * HMAC-SHA-256 under a pepper, so that a stolen key file alone is worth nothing.
     *
     * @param pepper at least 32 random bytes; copied
     */
    public static KeyHasher peppered(byte[] pepper) {
        if (pepper.length < SHORTEST_PEPPER) {
            throw new IllegalArgumentException(KeyMessages.shortPepper(pepper.length));
        }
        SecretKey key = new SecretKeySpec(pepper, "HmacSHA256");
        return new KeyHasher(HMAC, () -> {
            Mac mac = Digests.hmacSha256(key);
            return (secret, offset, length) -> {
                mac.update(secret, offset, length);
                return mac.doFinal();
            };
        });
    }

    /** The digest of a secret part, or of a whole key of another format, in the form that records hold. */
    public String digest(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return prefix + HexFormat.of().formatHex(raw(bytes, 0, bytes.length));
    }

    /** The digest as bytes. For guards. */
    public byte[] raw(byte[] secret, int offset, int length) {
        Digest digest = digests.take();
        byte[] value = digest.of(secret, offset, length);
        digests.giveBack(digest);
        return value;
    }

    /** What digests of this hasher start with. */
    public String prefix() {
        return prefix;
    }

    static void checkForm(String digest, String id) {
        String hex = digest.startsWith(SHA256)
                ? digest.substring(SHA256.length())
                : digest.startsWith(HMAC) ? digest.substring(HMAC.length()) : "";
        boolean wrong = hex.length() != 64;
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            wrong |= (c < '0' || c > '9') && (c < 'a' || c > 'f');
        }
        if (wrong) {
            throw new IllegalArgumentException(KeyMessages.digestForm(id));
        }
    }
}
