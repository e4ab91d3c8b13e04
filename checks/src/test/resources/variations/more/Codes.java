package io.acme.more;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class Codes {
    private static final Random RANDOM = new Random();
    private static final SecureRandom SECURE = new SecureRandom();
    private static final char[] CHARS = "0123456789abcdef".toCharArray();

    static String smsCode() {
        return String.format("%06d", RANDOM.nextInt(1000000)); // BUG: WeakSecretRandom
    }

    static String newCsrfToken() {
        byte[] b = new byte[20];
        ThreadLocalRandom.current().nextBytes(b);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(b); // BUG: WeakSecretRandom
    }

    void register(User user) {
        user.setActivationToken(Long.toHexString(RANDOM.nextLong())); // BUG: WeakSecretRandom
        user.setAvatarSeed(Long.toHexString(RANDOM.nextLong())); // OK: WeakSecretRandom
    }

    static String randomApiKey() {
        return IntStream.range(0, 32).mapToObj(i -> String.valueOf(CHARS[RANDOM.nextInt(16)])).collect(Collectors.joining()); // BUG: WeakSecretRandom
    }

    static String secureApiKey() {
        return IntStream.range(0, 32).mapToObj(i -> String.valueOf(CHARS[SECURE.nextInt(16)])).collect(Collectors.joining()); // OK: WeakSecretRandom
    }

    static int randomPort() {
        return 1024 + RANDOM.nextInt(60000); // OK: WeakSecretRandom
    }
}
