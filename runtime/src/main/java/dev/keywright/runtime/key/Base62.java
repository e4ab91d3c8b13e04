package dev.keywright.runtime.key;

import java.nio.charset.StandardCharsets;

/** The digits of base62, in the order 0-9 A-Z a-z. */
final class Base62 {

    static final byte[] DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] VALUES = new byte[256];

    static {
        java.util.Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < DIGITS.length; i++) {
            VALUES[DIGITS[i]] = (byte) i;
        }
    }

    private Base62() {}

    /** The number that digits stand for; -1 when one of them is none. */
    static long value(byte[] digits, int offset, int length) {
        long value = 0;
        for (int i = offset; i < offset + length; i++) {
            int digit = VALUES[digits[i] & 0xFF];
            if (digit < 0) {
                return -1;
            }
            value = value * 62 + digit;
        }
        return value;
    }

    static boolean isDigit(byte b) {
        return VALUES[b & 0xFF] >= 0;
    }
}
