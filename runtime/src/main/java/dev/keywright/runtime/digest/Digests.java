package dev.keywright.runtime.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The two digests that guards work with, and how their values are compared. */
public final class Digests {

    /** Bytes of a SHA-256 or HMAC-SHA-256 value. */
    public static final int LENGTH = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Digests() {}

    /** A SHA-256 of one's own, for one thread at a time. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Digests a text into an array of the digest's length. */
    public static void digest(MessageDigest algorithm, byte[] text, byte[] into) {
        algorithm.update(text);
        try {
            algorithm.digest(into, 0, into.length);
        } catch (DigestException e) {
            throw new IllegalStateException("The array is too short for the digest", e);
        }
    }

    /** A SHA-512 of one's own, for one thread at a time. */
    public static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This platform has no SHA-512", e);
        }
    }

    /** An HMAC-SHA-256 of one's own, keyed, for one thread at a time. */
    public static Mac hmacSha256(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /**
     * Whether two values of {@link #LENGTH} bytes are equal. What {@link MessageDigest#isEqual} does, eight bytes at a time:
     * all bytes are looked at and one decision is made at the end, so the time does not tell where they differ.
     *
     * @return false as well when one of them has another length, which is no secret
     */
    public static boolean areEqual(byte[] first, byte[] second) {
        if (first.length != LENGTH || second.length != LENGTH) {
            return false;
        }
        long differing = 0;
        for (int i = 0; i < LENGTH; i += Long.BYTES) {
            differing |= (long) LONGS.get(first, i) ^ (long) LONGS.get(second, i);
        }
        return differing == 0;
    }
}
