package dev.keywright.runtime.signature;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    /** The two hex digits of each byte, as they lie in memory. */
    private static final short[] HEX = new short[256];

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    /** Which characters a nonce may hold. */
    private static final boolean[] NONCE_CHARACTERS = new boolean[128];

    static {
        String digits = "0123456789abcdef";
        for (int i = 0; i < HEX.length; i++) {
            HEX[i] = (short) ((digits.charAt(i >> 4) << 8) | digits.charAt(i & 0xF));
        }
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
        for (int i = 0; i < letters.length(); i++) {
            NONCE_CHARACTERS[letters.charAt(i)] = true;
        }
    }

    private static final byte[] FIRST = (VERSION + "\n").getBytes(StandardCharsets.ISO_8859_1);

    /** The six bits of each base64 digit; -1, which stays negative when shifted, for what is none. */
    private static final byte[] SEXTETS = new byte[256];

    static {
        Arrays.fill(SEXTETS, (byte) -1);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            SEXTETS[digits.charAt(i)] = (byte) i;
        }
    }

    private final byte[] signatureText = new byte[44];
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
        hex(bodySha256);
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

    private void hex(byte[] bytes) {
        byte[] target = buffer;
        int at = length;
        for (byte b : bytes) {
            SHORTS.set(target, at, HEX[b & 0xFF]);
            at += 2;
        }
        length = at;
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
    @SuppressWarnings("deprecation") // As below; what the low byte of another character spells, anyone could have sent.
    public boolean decode(String signature, byte[] into) {
        byte[] text = signatureText;
        if (signature.length() != text.length || signature.charAt(text.length - 1) != '=') {
            return false;
        }
        signature.getBytes(0, text.length, text, 0);
        int wrong = 0;
        for (int i = 0, at = 0; i < 40; i += 4, at += 3) {
            int group = (SEXTETS[text[i] & 0xFF] << 18)
                    | (SEXTETS[text[i + 1] & 0xFF] << 12)
                    | (SEXTETS[text[i + 2] & 0xFF] << 6)
                    | SEXTETS[text[i + 3] & 0xFF];
            wrong |= group;
            into[at] = (byte) (group >> 16);
            into[at + 1] = (byte) (group >> 8);
            into[at + 2] = (byte) group;
        }
        int last = (SEXTETS[text[40] & 0xFF] << 12) | (SEXTETS[text[41] & 0xFF] << 6) | SEXTETS[text[42] & 0xFF];
        into[30] = (byte) (last >> 10);
        into[31] = (byte) (last >> 2);
        return (wrong | last) >= 0 && (last & 3) == 0;
    }

    /** Whether a text is a nonce. */
    public static boolean isNonce(String text) {
        if (text.length() < 16 || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= NONCE_CHARACTERS.length || !NONCE_CHARACTERS[c]) {
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
