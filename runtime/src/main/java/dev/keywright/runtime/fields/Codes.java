package dev.keywright.runtime.fields;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hex and base64 in their one proper form: a signature that can be written in two ways is two signatures to a cache. */
public final class Codes {

    /** The six bits of each base64 digit; -1 for what is none. */
    private static final byte[] SEXTETS = new byte[128];

    static {
        Arrays.fill(SEXTETS, (byte) -1);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            SEXTETS[digits.charAt(i)] = (byte) i;
        }
    }

    private Codes() {}

    /** Reads lower-case hex that fills the array exactly, from a place in a text to its end. */
    public static boolean hex(String text, int from, byte[] into) {
        if (text.length() - from != 2 * into.length) {
            return false;
        }
        int wrong = 0;
        for (int i = 0; i < into.length; i++) {
            int value = (nibble(text.charAt(from + 2 * i)) << 4) | nibble(text.charAt(from + 2 * i + 1));
            wrong |= value;
            into[i] = (byte) value;
        }
        return wrong >= 0;
    }

    private static int nibble(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /** Reads base64 that fills the array exactly; padded, and without spare bits. */
    public static boolean base64(String text, byte[] into) {
        byte[] bytes = base64(text);
        if (bytes == null || bytes.length != into.length) {
            return false;
        }
        System.arraycopy(bytes, 0, into, 0, into.length);
        return true;
    }

    /** Reads base64, padded and without spare bits; null for anything else. */
    public static byte @Nullable [] base64(String text) {
        int length = text.length();
        if (length % 4 != 0) {
            return null;
        }
        int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
        byte[] bytes = new byte[length / 4 * 3 - padding];
        int at = 0;
        int wrong = 0;
        for (int i = 0; i < length; i += 4) {
            int group = 0;
            for (int k = i; k < i + 4; k++) {
                int sextet = k >= length - padding ? 0 : sextet(text.charAt(k));
                wrong |= sextet;
                group = (group << 6) | (sextet & 0x3F);
            }
            for (int shift = 16; shift >= 0; shift -= 8) {
                if (at < bytes.length) {
                    bytes[at++] = (byte) (group >> shift);
                } else if (((group >> shift) & 0xFF) != 0) {
                    return null;
                }
            }
        }
        return wrong < 0 ? null : bytes;
    }

    private static int sextet(char c) {
        return c < SEXTETS.length ? SEXTETS[c] : -1;
    }
}
