package dev.keywright.runtime.key;

import java.nio.charset.StandardCharsets;

/** The digits of base62, in the order 0-9 A-Z a-z. */
final class Base62 {

    static final byte[] DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.ISO_8859_1);

    private Base62() {}

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }
}
