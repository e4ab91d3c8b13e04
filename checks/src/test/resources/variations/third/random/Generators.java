package com.acme.random;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.RandomStringUtils;
import org.apache.commons.lang3.RandomUtils;
import org.apache.commons.text.RandomStringGenerator;
import org.springframework.util.DigestUtils;
import org.springframework.util.JdkIdGenerator;
import org.springframework.util.SimpleIdGenerator;

public class Generators {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Random RND = new Random();
    private static final SecureRandom SECURE = new SecureRandom();
    private final Random maybeSecure = new SecureRandom();

    String resetToken() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            token.append(ALPHABET.charAt(RND.nextInt(ALPHABET.length())));
        }
        return token.toString(); // BUG: WeakSecretRandom
    }

    String resetTokenMended() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            token.append(ALPHABET.charAt(maybeSecure.nextInt(ALPHABET.length()))); // OK: WeakSecretRandom
        }
        return token.toString();
    }

    /** OpenMRS' way to a temporary password. */
    String temporaryPassword() {
        String newPassword = RandomStringUtils.randomAlphanumeric(12); // BUG: WeakSecretRandom
        return newPassword;
    }

    String temporaryPasswordMended() {
        return RandomStringUtils.random(12, 0, 0, true, true, null, SECURE); // OK: WeakSecretRandom
    }

    String activationKey() {
        return RandomStringUtils.randomNumeric(20); // BUG: WeakSecretRandom
    }

    String sessionId() {
        return Long.toHexString(System.currentTimeMillis()) + Long.toHexString(RND.nextLong()); // BUG: WeakSecretRandom
    }

    byte[] salt() {
        byte[] salt = new byte[16];
        new Random(System.nanoTime()).nextBytes(salt); // BUG: WeakSecretRandom
        return salt;
    }

    byte[] nonce() throws NoSuchAlgorithmException {
        byte[] nonce = new byte[12];
        SecureRandom sr = SecureRandom.getInstance("SHA1PRNG");
        sr.setSeed(42L); // BUG: WeakSecretRandom
        sr.nextBytes(nonce);
        return nonce;
    }

    int oneTimeCode() {
        int otp = (int) (Math.random() * 900000) + 100000; // BUG: WeakSecretRandom
        return otp;
    }

    String oneTimePassword() {
        return String.format("%06d", java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000)); // BUG: WeakSecretRandom
    }

    String verificationCode(String phone) {
        String otpCode = String.format("%06d", new SplittableRandom().nextInt(1_000_000)); // BUG: WeakSecretRandom
        return phone + otpCode;
    }

    String apiKey(String user) {
        String apiKey = DigestUtils.md5DigestAsHex((user + System.currentTimeMillis()).getBytes()); // BUG: WeakSecretRandom
        return apiKey;
    }

    String csrf() {
        byte[] b = new byte[20];
        RND.nextBytes(b);
        String csrfToken = Base64.getUrlEncoder().withoutPadding().encodeToString(b); // BUG: WeakSecretRandom
        return csrfToken;
    }

    String streamed() {
        String clientSecret = IntStream.range(0, 40).mapToObj(i -> String.valueOf(ALPHABET.charAt(RND.nextInt(32)))).collect(Collectors.joining()); // BUG: WeakSecretRandom
        return clientSecret;
    }

    String shuffled(List<String> words) {
        Collections.shuffle(words);
        String passphrase = String.join("-", words.subList(0, 5)); // BUG: WeakSecretRandom
        return passphrase;
    }

    List<String> playlist(List<String> songs) {
        Collections.shuffle(songs); // OK: WeakSecretRandom
        return songs;
    }

    String uuidByHand() {
        UUID sessionToken = new UUID(RND.nextLong(), RND.nextLong()); // BUG: WeakSecretRandom
        return sessionToken.toString();
    }

    String uuid() {
        String sessionToken = UUID.randomUUID().toString(); // OK: WeakSecretRandom
        return sessionToken;
    }

    String springIds() {
        String requestId = new SimpleIdGenerator().generateId().toString(); // OK: WeakSecretRandom
        return requestId;
    }

    String text() {
        String inviteToken = new RandomStringGenerator.Builder().withinRange('a', 'z').build().generate(24); // BUG: WeakSecretRandom
        return inviteToken;
    }

    String textMended() {
        String inviteToken = new RandomStringGenerator.Builder().withinRange('a', 'z').usingRandom(SECURE::nextInt).build().generate(24); // OK: WeakSecretRandom
        return inviteToken;
    }

    void account(Account a) {
        a.setResetToken(random(24)); // BUG: WeakSecretRandom
        a.setPasswordSalt(secure(24)); // OK: WeakSecretRandom
        a.setColor(random(6)); // OK: WeakSecretRandom
    }

    private static String random(int n) {
        StringBuilder sb = new StringBuilder();
        while (sb.length() < n) {
            sb.append(Integer.toHexString(RND.nextInt(16)));
        }
        return sb.toString();
    }

    private static String secure(int n) {
        byte[] b = new byte[n];
        SECURE.nextBytes(b);
        return Base64.getEncoder().encodeToString(b);
    }

    long jitter(long delay) {
        return delay + RND.nextInt(1000); // OK: WeakSecretRandom
    }

    int port() {
        return 1024 + RandomUtils.nextInt(0, 60000); // OK: WeakSecretRandom
    }

    String boundary() {
        String boundary = "----" + Long.toHexString(RND.nextLong()); // OK: WeakSecretRandom
        return boundary;
    }

    byte[] key() {
        byte[] secretKey = RandomUtils.nextBytes(32); // BUG: WeakSecretRandom
        return secretKey;
    }

    String generated(RandomGenerator generator) {
        return Instant.now() + "-" + generator.nextInt();
    }

    String captcha() {
        String captchaText = RandomStringUtils.randomAlphabetic(5);
        return captchaText; // BUG: WeakSecretRandom
    }
}

class Account {
    private String resetToken;
    private String passwordSalt;
    private String color;

    void setResetToken(String resetToken) {
        this.resetToken = resetToken;
    }

    void setPasswordSalt(String passwordSalt) {
        this.passwordSalt = passwordSalt;
    }

    void setColor(String color) {
        this.color = color;
    }
}
