package edu.example.apis;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Values that must not be guessed, from generators that can be; and from one that cannot. */
public class WeakTokens {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private final Random shared = new Random();
    private static final SecureRandom SAFE = new SecureRandom();

    void rememberMe(HttpServletRequest request, HttpServletResponse response) {
        float drawn = new Random().nextFloat();
        String rememberMeKey = Float.toString(drawn).substring(2); // BUG: WeakSecretRandom
        Cookie cookie = new Cookie("rememberMe", rememberMeKey);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }

    void rememberMeDouble(HttpServletRequest request) {
        double stuff = Math.random();
        String value = Double.toString(stuff).substring(2);
        request.getSession().setAttribute("rememberMeToken", value); // BUG: WeakSecretRandom
    }

    void rememberMeGood(HttpServletRequest request) throws NoSuchAlgorithmException {
        double stuff = SecureRandom.getInstance("SHA1PRNG").nextDouble();
        String value = Double.toString(stuff).substring(2);
        request.getSession().setAttribute("rememberMeToken", value); // OK: WeakSecretRandom
    }

    void colour(HttpServletRequest request) {
        request.getSession().setAttribute("colour", Math.random() > 0.5 ? "red" : "blue"); // OK: WeakSecretRandom
    }

    String sessionId() {
        byte[] bytes = new byte[16];
        shared.nextBytes(bytes);
        String sessionId = Base64.getEncoder().encodeToString(bytes); // BUG: WeakSecretRandom
        return sessionId;
    }

    String sessionIdGood() {
        byte[] bytes = new byte[16];
        SAFE.nextBytes(bytes);
        String sessionId = Base64.getEncoder().encodeToString(bytes); // OK: WeakSecretRandom
        return sessionId;
    }

    String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(ALPHABET.charAt(shared.nextInt(ALPHABET.length())));
        }
        return password.toString(); // BUG: WeakSecretRandom
    }

    String newPasswordGood() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(ALPHABET.charAt(SAFE.nextInt(ALPHABET.length()))); // OK: WeakSecretRandom
        }
        return password.toString();
    }

    String otp() {
        int otp = 100000 + ThreadLocalRandom.current().nextInt(900000); // BUG: WeakSecretRandom
        return String.valueOf(otp);
    }

    String otpGood() {
        int otp = 100000 + SAFE.nextInt(900000); // OK: WeakSecretRandom
        return String.valueOf(otp);
    }

    long csrfToken() {
        long csrfToken = new SplittableRandom().nextLong(); // BUG: WeakSecretRandom
        return csrfToken;
    }

    byte[] salt() {
        byte[] salt = new byte[8];
        new Random(System.currentTimeMillis()).nextBytes(salt); // BUG: WeakSecretRandom
        return salt;
    }

    byte[] seeded() throws NoSuchAlgorithmException {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(123456789L); // BUG: WeakSecretRandom
        byte[] key = new byte[16];
        random.nextBytes(key);
        return key;
    }

    byte[] seededByBytes() {
        SecureRandom random = new SecureRandom(new byte[] {1, 2, 3, 4}); // BUG: WeakSecretRandom
        byte[] key = new byte[16];
        random.nextBytes(key);
        return key;
    }

    byte[] seededWell() {
        SecureRandom random = new SecureRandom();
        random.setSeed(System.nanoTime()); // OK: WeakSecretRandom
        byte[] key = new byte[16];
        random.nextBytes(key);
        return key;
    }

    String resetToken(String user) {
        String resetToken = user + "-" + System.currentTimeMillis(); // BUG: WeakSecretRandom
        return resetToken;
    }

    String resetTokenDate() {
        String resetToken = Long.toString(new Date().getTime(), 36); // BUG: WeakSecretRandom
        return resetToken;
    }

    String resetTokenGood() {
        String resetToken = UUID.randomUUID().toString(); // OK: WeakSecretRandom
        return resetToken;
    }

    UUID handMade() {
        UUID accessToken = new UUID(shared.nextLong(), shared.nextLong()); // BUG: WeakSecretRandom
        return accessToken;
    }

    String apiKey() {
        String apiKey = shared.ints(24, 0, ALPHABET.length()) // BUG: WeakSecretRandom
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
        return apiKey;
    }

    byte[] nonce() {
        byte[] nonce = ByteBuffer.allocate(8).putLong(shared.nextLong()).array(); // BUG: WeakSecretRandom
        return nonce;
    }

    int dice() {
        int points = shared.nextInt(6) + 1; // OK: WeakSecretRandom
        return points;
    }

    void cookieValue(HttpServletResponse response) {
        int n = new Random().nextInt(99);
        Cookie cookie = new Cookie("SESSIONID", Integer.toString(n)); // BUG: WeakSecretRandom
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }

    void gaussian(HttpServletRequest request) {
        String drawn = Double.toString(new Random().nextGaussian());
        request.getSession().setAttribute("authToken", drawn); // BUG: WeakSecretRandom
    }
}
