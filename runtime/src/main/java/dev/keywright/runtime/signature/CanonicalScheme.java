package dev.keywright.runtime.signature;

import dev.keywright.runtime.fields.Codes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The CANONICAL scheme. The signature is the base64 of the HMAC-SHA-256 over ten lines, joined by LF, without one at the end:
 *
 * <pre>{@code
 * KEYWRIGHT-HMAC-SHA256-1
 * <key id>
 * <method>
 * <authority, lower case, without the default port>
 * <raw path>
 * <"?" and the raw query, or empty>
 * <content type, or empty>
 * <timestamp: ten digits, seconds since the epoch>
 * <nonce: 16 to 128 of A-Z a-z 0-9 _ ->
 * <SHA-256 of the body, lower-case hex>
 * }</pre>
 *
 * <p>Path, query and content type are the bytes on the wire, never decoded or encoded again.
 */
public final class CanonicalScheme {

    /** The name in annotations. */
    public static final String NAME = "CANONICAL";
    /** The first line. */
    public static final String VERSION = "KEYWRIGHT-HMAC-SHA256-1";
    /** Carries the signature. */
    public static final String SIGNATURE = "X-API-Signature";
    /** Carries the timestamp. */
    public static final String TIMESTAMP = "X-API-Timestamp";
    /** Carries the nonce. */
    public static final String NONCE = "X-API-Nonce";
    /** Carries the key id. */
    public static final String KEY_ID = "X-API-Key-Id";

    /** Zero for each character that a nonce may hold, -1 for the others. */
    private static final byte[] NOT_IN_NONCES = new byte[128];

    static {
        Arrays.fill(NOT_IN_NONCES, (byte) -1);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
        for (int i = 0; i < letters.length(); i++) {
            NOT_IN_NONCES[letters.charAt(i)] = 0;
        }
    }

    private static final byte[] FIRST = (VERSION + "\n").getBytes(StandardCharsets.ISO_8859_1);

    private byte[] buffer = new byte[512];
    private int length;

    /** A writer of canonical forms, to be used again and again by one thread. */
    public CanonicalScheme() {}

    /**
     * Writes the canonical form; {@link #buffer()} and {@link #length()} then hold it.
     *
     * @param timestamp as {@link #isTimestamp} wants it
     * @param nonce as {@link #isNonce} wants it
     * @return false when a part holds a control character or one outside ISO-8859-1, which no part may
     */
    public boolean write(
            String keyId,
            String method,
            String authority,
            String rawPath,
            @Nullable String rawQuery,
            @Nullable String contentType,
            String timestamp,
            String nonce,
            byte[] bodySha256) {
        int most = FIRST.length
                + keyId.length()
                + method.length()
                + authority.length()
                + rawPath.length()
                + (rawQuery == null ? 0 : rawQuery.length() + 1)
                + (contentType == null ? 0 : contentType.length())
                + timestamp.length()
                + nonce.length()
                + 2 * bodySha256.length
                + 10;
        if (buffer.length < most) {
            buffer = new byte[Math.max(most, 2 * buffer.length)];
        }
        System.arraycopy(FIRST, 0, buffer, 0, FIRST.length);
        length = FIRST.length;
        // All lines are written whatever one of them holds, so that no caller learns which it was.
        int unclean = line(keyId) | line(method) | line(authority) | line(rawPath);
        if (rawQuery != null) {
            buffer[length++] = '?';
            unclean |= line(rawQuery);
        } else {
            buffer[length++] = '\n';
        }
        unclean |= line(contentType == null ? "" : contentType);
        copy(timestamp);
        copy(nonce);
        Codes.writeHex(bodySha256, buffer, length);
        length += 2 * bodySha256.length;
        return unclean >= 0;
    }

    /** Holds the canonical form in its first {@link #length()} bytes until the next {@link #write}. */
    public byte[] buffer() {
        return buffer;
    }

    /** How many bytes the canonical form has. */
    public int length() {
        return length;
    }

    /** A copy of the canonical form. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, length);
    }

    /** For parts whose form was checked already. */
    @SuppressWarnings("deprecation") // The low bytes are what is wanted, and nothing else copies them without a detour.
    private void copy(String part) {
        part.getBytes(0, part.length(), buffer, length);
        length += part.length();
        buffer[length++] = '\n';
    }

    /** Writes a line; negative when it holds a control character or one above 255: each of these makes a term negative. */
    private int line(String part) {
        byte[] target = buffer;
        int at = length;
        int unclean = 0;
        for (int i = 0; i < part.length(); i++) {
            int c = part.charAt(i);
            unclean |= (c - ' ') | (255 - c) | ((c ^ 127) - 1);
            target[at + i] = (byte) c;
        }
        at += part.length();
        target[at] = '\n';
        length = at + 1;
        return unclean;
    }

    /** Whether a text is a timestamp: exactly ten digits. */
    public static boolean isTimestamp(String text) {
        return seconds(text) >= 0;
    }

    /** The seconds since the epoch that a timestamp stands for; -1 when it is none. */
    public static long seconds(String timestamp) {
        if (timestamp.length() != 10) {
            return -1;
        }
        long seconds = 0;
        for (int i = 0; i < 10; i++) {
            int digit = timestamp.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            seconds = seconds * 10 + digit;
        }
        return seconds;
    }

    /**
     * Reads a signature: the base64 of 32 bytes in its one proper form, padded and without spare bits.
     *
     * @param into takes the 32 bytes; holds nothing of use when the answer is no
     */
    public boolean decode(String signature, byte[] into) {
        return Codes.base64(signature, 0, into);
    }

    /** Whether a text is a nonce. */
    public static boolean isNonce(String text) {
        if (text.length() < 16 || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= NOT_IN_NONCES.length || NOT_IN_NONCES[c] != 0) {
                return false;
            }
        }
        return true;
    }

    /** An authority as it is signed: lower case, without port 443 or 80. */
    public static String normalizeAuthority(String authority) {
        String lower = authority.toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith(":443")) {
            return lower.substring(0, lower.length() - 4);
        }
        return lower.endsWith(":80") ? lower.substring(0, lower.length() - 3) : lower;
    }
}
