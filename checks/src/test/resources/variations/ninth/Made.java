package net.acme.ninth;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.mindrot.jbcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Made {

    private final Random random = new Random();

    String visit() {
        String sessionId = Long.toString(Math.abs(random.nextLong()), 36); // BUG: WeakSecretRandom
        return sessionId;
    }

    long distance() {
        return Math.abs(random.nextLong());
    }

    void remember(HttpServletResponse response) {
        Cookie cookie = new Cookie("rememberMe", Long.toHexString(random.nextLong())); // BUG: WeakSecretRandom
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    byte[] quick(char[] password, byte[] salt) throws GeneralSecurityException {
        return derive(password, salt, 1_000); // BUG: WeakSecretStorage
    }

    byte[] slow(char[] password, byte[] salt) throws GeneralSecurityException {
        return derive(password, salt, 600_000);
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, 256);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    String cheap(String password) {
        return BCrypt.hashpw(password, BCrypt.gensalt(5)); // BUG: WeakSecretStorage
    }

    String dear(String password) {
        return BCrypt.hashpw(password, BCrypt.gensalt(12));
    }

    BCryptPasswordEncoder usual() {
        return new BCryptPasswordEncoder(11);
    }

    byte[] keyed(byte[] apiSecret, byte[] message) throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(apiSecret);
        return hash.digest(message); // BUG: WeakMac
    }

    byte[] plain(byte[] head, byte[] message) throws GeneralSecurityException {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(head);
        return hash.digest(message);
    }

    boolean same(byte[] expectedMac, byte[] presented) {
        for (int i = 0; i < expectedMac.length; i++) {
            if (expectedMac[i] != presented[i]) { // BUG: TimingUnsafeComparison
                return false;
            }
        }
        return true;
    }

    boolean sameRow(byte[] expectedRow, byte[] presented) {
        for (int i = 0; i < expectedRow.length; i++) {
            if (expectedRow[i] != presented[i]) {
                return false;
            }
        }
        return true;
    }
}
