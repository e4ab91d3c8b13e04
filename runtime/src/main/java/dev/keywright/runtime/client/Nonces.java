package dev.keywright.runtime.client;

import java.security.SecureRandom;
import java.util.Base64;

/** Nonces that never come twice. */
final class Nonces {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonces() {}

    /** 144 random bits, as 24 letters, digits, '-' and '_'. */
    static String fresh() {
        byte[] random = new byte[18];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
