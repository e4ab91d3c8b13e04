package bookstore;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Random;
import java.util.StringJoiner;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class Coupons {

    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private final SecureRandom secure = new SecureRandom();

    String sessionToken() {
        Random random = new Random();
        StringBuilder token = new StringBuilder();
        while (token.length() < 24) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return token.toString(); // BUG: WeakSecretRandom
    }

    String sessionTokenGood() {
        StringBuilder token = new StringBuilder();
        while (token.length() < 24) {
            token.append(ALPHABET.charAt(secure.nextInt(ALPHABET.length()))); // OK: WeakSecretRandom
        }
        return token.toString();
    }

    String resetCode() {
        StringJoiner joiner = new StringJoiner("-");
        for (int i = 0; i < 3; i++) {
            joiner.add(String.format("%04d", ThreadLocalRandom.current().nextInt(10_000)));
        }
        String passwordResetCode = joiner.toString(); // BUG: WeakSecretRandom
        return passwordResetCode;
    }

    String apiKey() {
        String apiKey = IntStream.range(0, 32) // BUG: WeakSecretRandom
                .mapToObj(i -> Integer.toHexString((int) (Math.random() * 16)))
                .collect(Collectors.joining());
        return apiKey;
    }

    String apiKeyGood() {
        String apiKey = new BigInteger(160, secure).toString(32); // OK: WeakSecretRandom
        return apiKey;
    }

    byte[] salt() {
        byte[] salt = new byte[16];
        new Random(System.nanoTime()).nextBytes(salt); // BUG: WeakSecretRandom
        return salt;
    }

    byte[] saltGood() {
        byte[] salt = new byte[16];
        Random random = new SecureRandom();
        random.nextBytes(salt); // OK: WeakSecretRandom
        return salt;
    }

    String shelf() {
        Random random = new Random();
        return "shelf-" + random.nextInt(40); // OK: WeakSecretRandom
    }

    long backoff(int attempt) {
        return (1L << attempt) * 100 + ThreadLocalRandom.current().nextLong(50); // OK: WeakSecretRandom
    }

    String rememberMe(String user) {
        long now = System.currentTimeMillis();
        String rememberMeToken = Long.toHexString(now) + Integer.toHexString(user.hashCode()); // BUG: WeakSecretRandom
        return rememberMeToken;
    }
}
