package listed;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

public class Cwe330Random {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private final Random random = new Random();

    void bad1(HttpServletResponse response) {
        String rememberMe = Integer.toString(random.nextInt()); // BUG: WeakSecretRandom
        Cookie cookie = new Cookie("rememberMe", rememberMe);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    String bad2() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            password.append(ALPHABET.charAt((int) (Math.random() * ALPHABET.length()))); // BUG: WeakSecretRandom
        }
        return reset(password.toString());
    }

    private String reset(String newPassword) {
        return newPassword;
    }

    String bad3() {
        byte[] bytes = new byte[24];
        ThreadLocalRandom.current().nextBytes(bytes);
        String apiKey = Base64.getUrlEncoder().encodeToString(bytes); // BUG: WeakSecretRandom
        return apiKey;
    }

    byte[] bad4() {
        SecureRandom seeded = new SecureRandom(ByteBuffer.allocate(8).putLong(System.currentTimeMillis()).array());
        byte[] salt = new byte[16];
        seeded.nextBytes(salt); // BUG: WeakSecretRandom
        return salt;
    }

    void bad5(HttpSession session) {
        String token = new BigInteger(130, random).toString(32); // BUG: WeakSecretRandom
        session.setAttribute("csrfToken", token);
    }

    String bad6() {
        return generateOtp(new Random(System.nanoTime()));
    }

    private String generateOtp(Random source) {
        String otp = String.format("%06d", source.nextInt(1_000_000)); // BUG: WeakSecretRandom
        return otp;
    }

    String bad7() {
        String sessionToken = random.ints(32, 0, ALPHABET.length()).mapToObj(i -> String.valueOf(ALPHABET.charAt(i))).collect(Collectors.joining()); // BUG: WeakSecretRandom
        return sessionToken;
    }

    void good1(HttpServletResponse response) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Cookie cookie = new Cookie("rememberMe", Base64.getUrlEncoder().encodeToString(bytes)); // OK: WeakSecretRandom
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    int good2() {
        int delay = random.nextInt(500); // OK: WeakSecretRandom
        return delay;
    }

    String good3() {
        Random secure = new SecureRandom();
        String apiKey = new BigInteger(256, secure).toString(16); // OK: WeakSecretRandom
        return apiKey;
    }

    String good4() {
        String resetToken = UUID.randomUUID().toString(); // OK: WeakSecretRandom
        return resetToken;
    }

    byte[] good5() {
        SecureRandom secure = new SecureRandom();
        secure.setSeed(System.nanoTime());
        byte[] salt = new byte[16];
        secure.nextBytes(salt); // OK: WeakSecretRandom
        return salt;
    }
}
