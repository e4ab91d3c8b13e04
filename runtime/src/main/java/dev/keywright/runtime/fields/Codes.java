package dev.keywright.runtime.fields;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Hex and base64 in their one proper form: a signature that can be written in two ways is two signatures to a cache. */
public final class Codes {

    /** The six bits of each base64 digit; -1, which stays negative when shifted, for what is none. */
    private static final byte[] SEXTETS = values("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /** The four bits of each lower-case hex digit; -1 for what is none. */
    private static final byte[] NIBBLES = values("0123456789abcdef");

    /** The two hex digits of each byte, as they lie in memory. */
    private static final short[] HEX = new short[256];

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    static {
        String digits = "0123456789abcdef";
        for (int i = 0; i < HEX.length; i++) {
            HEX[i] = (short) ((digits.charAt(i >> 4) << 8) | digits.charAt(i & 0xF));
        }
    }

    private Codes() {}

    private static byte[] values(String digits) {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** A digit's value; negative for whatever is none. */
    private static int value(byte[] values, char c) {
        return c > 255 ? -1 : values[c];
    }

    /** Reads lower-case hex that fills the array exactly, from a place in a text to its end. */
    public static boolean hex(String text, int from, byte[] into) {
        if (text.length() - from != 2 * into.length) {
            return false;
        }
        int wrong = 0;
        for (int i = 0, at = from; i < into.length; i++, at += 2) {
            int value = value(NIBBLES, text.charAt(at)) << 4 | value(NIBBLES, text.charAt(at + 1));
            wrong |= value;
            into[i] = (byte) value;
        }
        return wrong >= 0;
    }

    /** Writes lower-case hex into an array that has room for it. */
    public static void writeHex(byte[] bytes, byte[] into, int from) {
        int at = from;
        for (byte b : bytes) {
            SHORTS.set(into, at, HEX[b & 0xFF]);
            at += 2;
        }
    }

    /** Lower-case hex. */
    @SuppressWarnings(
            "deprecation") // All of it is ASCII, and nothing else makes a string of bytes without looking at them.
    public static String hex(byte[] bytes) {
        byte[] digits = new byte[2 * bytes.length];
        writeHex(bytes, digits, 0);
        return new String(digits, 0);
    }

    /**
     * Reads base64 that fills the array exactly, from a place in a text to its end; padded, and without spare bits.
     *
     * @param into holds nothing of use when the answer is no
     */
    public static boolean base64(String text, int from, byte[] into) {
        int whole = into.length / 3 * 3;
        if (text.length() - from != (into.length + 2) / 3 * 4) {
            return false;
        }
        int wrong = 0;
        int at = from;
        for (int i = 0; i < whole; i += 3, at += 4) {
            int group = value(SEXTETS, text.charAt(at)) << 18
                    | value(SEXTETS, text.charAt(at + 1)) << 12
                    | value(SEXTETS, text.charAt(at + 2)) << 6
                    | value(SEXTETS, text.charAt(at + 3));
            wrong |= group;
            into[i] = (byte) (group >> 16);
            into[i + 1] = (byte) (group >> 8);
            into[i + 2] = (byte) group;
        }
        if (whole == into.length) {
            return wrong >= 0;
        }
        int last = value(SEXTETS, text.charAt(at)) << 12 | value(SEXTETS, text.charAt(at + 1)) << 6;
        if (text.charAt(at + 3) != '=') {
            return false;
        }
        into[whole] = (byte) (last >> 10);
        if (whole + 1 == into.length) {
            return (wrong | last) >= 0 && (last & 0x3FF) == 0 && text.charAt(at + 2) == '=';
        }
        last |= value(SEXTETS, text.charAt(at + 2));
        into[whole + 1] = (byte) (last >> 2);
        return (wrong | last) >= 0 && (last & 3) == 0;
    }

    /** Reads base64, padded and without spare bits; null for anything else. */
    public static byte @Nullable [] base64(String text, int from, int to) {
        int length = to - from;
        if (length % 4 != 0) {
            return null;
        }
        int padding = length == 0 || text.charAt(to - 1) != '=' ? 0 : text.charAt(to - 2) == '=' ? 2 : 1;
        byte[] bytes = new byte[length / 4 * 3 - padding];
        String part = to == text.length() ? text : text.substring(0, to);
        return base64(part, from, bytes) ? bytes : null;
    }
}
