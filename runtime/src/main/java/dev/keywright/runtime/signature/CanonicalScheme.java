package dev.keywright.runtime.signature;

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

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
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
        boolean clean = line(keyId) & line(method) & line(authority) & line(rawPath);
        if (rawQuery != null) {
            buffer[length++] = '?';
            clean &= line(rawQuery);
        } else {
            buffer[length++] = '\n';
        }
        clean &= line(contentType == null ? "" : contentType);
        copy(timestamp);
        copy(nonce);
        for (byte b : bodySha256) {
            buffer[length++] = HEX[b >> 4 & 0xF];
            buffer[length++] = HEX[b & 0xF];
        }
        return clean;
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

    private boolean line(String part) {
        byte[] target = buffer;
        int at = length;
        boolean clean = true;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            clean &= c >= ' ' && c != 127 && c <= 255;
            target[at++] = (byte) c;
        }
        target[at++] = '\n';
        length = at;
        return clean;
    }

    /** Whether a text is a timestamp: exactly ten digits. */
    public static boolean isTimestamp(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a nonce. */
    public static boolean isNonce(String text) {
        if (text.length() < 16 || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ours = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '-';
            if (!ours) {
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
