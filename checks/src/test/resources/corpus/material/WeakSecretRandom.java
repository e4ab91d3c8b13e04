package corpus.material;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.lang3.RandomStringUtils;

class Tokens {

    private static final Random RANDOM = new Random();
    private static final SecureRandom SECURE = new SecureRandom();
    private static final Random HIDDEN = new SecureRandom();

    String sessionToken() {
        byte[] b = new byte[16];
        new Random().nextBytes(b);
        return Base64.getEncoder().encodeToString(b); // BUG: WeakSecretRandom
    }

    String apiKey() {
        return Long.toHexString(RANDOM.nextLong()); // BUG: WeakSecretRandom
    }

    int otpCode() {
        int otp = ThreadLocalRandom.current().nextInt(100_000, 1_000_000); // BUG: WeakSecretRandom
        return otp;
    }

    String resetToken() {
        String token = "" + Math.random(); // BUG: WeakSecretRandom
        return token;
    }

    byte[] nonce() {
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce); // BUG: WeakSecretRandom
        return nonce;
    }

    byte[] salt() {
        byte[] salt = new byte[16];
        new SplittableRandom().nextBytes(salt); // BUG: WeakSecretRandom
        return salt;
    }

    String password() {
        String password = RandomStringUtils.randomAlphanumeric(12); // BUG: WeakSecretRandom
        return password;
    }

    String timeToken() {
        String accessToken = Long.toString(System.currentTimeMillis(), 36); // BUG: WeakSecretRandom
        return accessToken;
    }

    String seeded() {
        SecureRandom r = new SecureRandom(new byte[] {1, 2, 3});
        String secret = new BigInteger(130, r).toString(32); // BUG: WeakSecretRandom
        return secret;
    }

    UUID sessionId() {
        UUID sessionId = new UUID(RANDOM.nextLong(), RANDOM.nextLong()); // BUG: WeakSecretRandom
        return sessionId;
    }

    private static String letters(int n) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < n; i++) {
            sb.append((char) ('a' + RANDOM.nextInt(26)));
        }
        return sb.toString();
    }

    void throughHelper(Account account) {
        account.setApiKey(letters(32)); // BUG: WeakSecretRandom
    }

    void throughField(Account account) {
        String fresh = letters(20);
        account.setPassword(fresh); // BUG: WeakSecretRandom
    }

    // ---- fine

    String secure() {
        byte[] b = new byte[32];
        SECURE.nextBytes(b); // OK: WeakSecretRandom
        String token = Base64.getUrlEncoder().encodeToString(b); // OK: WeakSecretRandom
        return token;
    }

    String declaredAsRandom() {
        String apiKey = Long.toHexString(HIDDEN.nextLong()); // OK: WeakSecretRandom
        return apiKey;
    }

    String uuid() {
        String token = UUID.randomUUID().toString(); // OK: WeakSecretRandom
        return token;
    }

    long jitter() {
        return 100 + ThreadLocalRandom.current().nextLong(50); // OK: WeakSecretRandom
    }

    int dice() {
        return RANDOM.nextInt(6) + 1; // OK: WeakSecretRandom
    }

    void shuffle(List<String> cards) {
        Collections.shuffle(cards, RANDOM); // OK: WeakSecretRandom
    }

    double sample() {
        return Math.random(); // OK: WeakSecretRandom
    }

    String strong() throws Exception {
        SecureRandom r = SecureRandom.getInstanceStrong();
        String secret = new BigInteger(256, r).toString(16); // OK: WeakSecretRandom
        return secret;
    }

    String withSecure() {
        String password = RandomStringUtils.random(12, 0, 0, true, true, null, SECURE); // OK: WeakSecretRandom
        return password;
    }

    String traceId() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong()); // OK: WeakSecretRandom
    }

    long expiresAt() {
        long tokenExpiry = System.currentTimeMillis() + 3_600_000; // OK: WeakSecretRandom
        return tokenExpiry;
    }

    byte[] toBytes(long n) {
        return ByteBuffer.allocate(8).putLong(n).array(); // OK: WeakSecretRandom
    }

    interface Account {
        void setApiKey(String apiKey);

        void setPassword(String password);
    }
}
