package dev.keywright.runtime;

import java.util.concurrent.ThreadLocalRandom;

/** Ids that tie an answer to its audit event: 128 random bits. They are names, not secrets. */
final class RequestIds {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] digits = new char[32];
        long high = random.nextLong();
        long low = random.nextLong();
        for (int i = 0; i < 16; i++) {
            digits[i] = HEX[(int) (high >>> (4 * i)) & 0xF];
            digits[16 + i] = HEX[(int) (low >>> (4 * i)) & 0xF];
        }
        return new String(digits);
    }
}
