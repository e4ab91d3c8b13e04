package io.acme.rnd;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.RandomStringUtils;

public class Samples {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private final Random random = new Random();

    public String otp() {
        return String.valueOf(100000 + new Random().nextInt(900000)); // BUG: WeakSecretRandom
    }

    public String generateToken() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return Hex.encodeHexString(bytes); // BUG: WeakSecretRandom
    }

    public String createSessionId() {
        byte[] buf = new byte[16];
        random.nextBytes(buf);
        StringBuilder hex = new StringBuilder();
        for (byte b : buf) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString(); // BUG: WeakSecretRandom
    }

    public String randomPassword(int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length()));
        }
        return new String(chars); // BUG: WeakSecretRandom
    }

    public static String generateApiKey() {
        StringBuilder sb = new StringBuilder();
        Random r = new Random();
        while (sb.length() < 32) {
            sb.append(ALPHABET.charAt((int) (Math.random() * ALPHABET.length())));
        }
        return sb.toString(); // BUG: WeakSecretRandom
    }

    public byte[] salt() {
        byte[] salt = new byte[8];
        new Random().nextBytes(salt); // BUG: WeakSecretRandom
        return salt;
    }

    public void reset(User user, Mailer mailer) {
        String resetToken = RandomStringUtils.randomAlphanumeric(40); // BUG: WeakSecretRandom
        user.setResetToken(resetToken);
        mailer.send(user, resetToken);
    }

    public void invite(User user) {
        user.setInviteToken(DigestUtils.sha1Hex(user.getMail() + System.currentTimeMillis())); // BUG: WeakSecretRandom
    }

    public String nonce() {
        return new BigInteger(130, random).toString(32); // BUG: WeakSecretRandom
    }

    public String verificationCode() {
        int code = (int) ((Math.random() * 9 + 1) * 100000);
        return Integer.toString(code); // BUG: WeakSecretRandom
    }

    public SecureRandom seeded() {
        SecureRandom r = new SecureRandom();
        r.setSeed(42L);
        return r; // OK: WeakSecretRandom
    }

    public String goodToken() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Hex.encodeHexString(bytes); // OK: WeakSecretRandom
    }

    public String goodUuidToken() {
        return UUID.randomUUID().toString(); // OK: WeakSecretRandom
    }

    public long backoff(int attempt) {
        return (1L << attempt) * 100 + random.nextInt(50); // OK: WeakSecretRandom
    }

    public <T> T pick(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy.get(random.nextInt(copy.size())); // OK: WeakSecretRandom
    }

    public String colorCode() {
        return String.format("#%06x", random.nextInt(0xffffff)); // OK: WeakSecretRandom
    }

    public String goodPassword(SecureRandom secure) {
        Random r = secure;
        return String.valueOf(ALPHABET.charAt(r.nextInt(ALPHABET.length()))); // OK: WeakSecretRandom
    }
}
