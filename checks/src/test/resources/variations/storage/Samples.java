package io.acme.st;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.persistence.Column;
import javax.persistence.Entity;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

public class Samples {
    private UserRepository users;
    private BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();

    void registerMd5(RegisterForm form) {
        User user = new User();
        user.setPassword(DigestUtils.md5Hex(form.getPassword())); // BUG: WeakSecretStorage
        users.save(user);
    }

    String hashPassword(String password) throws Exception {
        MessageDigest md = MessageDigest.getInstance("SHA-1");
        byte[] out = md.digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        return new java.math.BigInteger(1, out).toString(16);
    }

    String guava(String password) {
        return Hashing.sha256().hashString(password, StandardCharsets.UTF_8).toString(); // BUG: WeakSecretStorage
    }

    void plain(RegisterForm form) {
        User user = new User();
        user.setName(form.getName());
        user.setPassword(form.getPassword());
        users.save(user); // BUG: WeakSecretStorage
    }

    byte[] pbkdf(char[] password, byte[] salt) throws Exception {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(password, salt, 1000, 256)).getEncoded(); // BUG: WeakSecretStorage
    }

    Object noop() {
        return NoOpPasswordEncoder.getInstance(); // BUG: WeakSecretStorage
    }

    void goodRegister(RegisterForm form) {
        User user = new User();
        user.setPassword(encoder.encode(form.getPassword())); // OK: WeakSecretStorage
        users.save(user); // OK: WeakSecretStorage
    }

    String apiKeyDigest() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Hashing.sha256().hashBytes(key).toString(); // OK: WeakSecretStorage
    }

    String cacheKey(String url) {
        return DigestUtils.md5Hex(url); // OK: WeakSecretStorage
    }

    byte[] goodPbkdf(char[] password, byte[] salt) throws Exception {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(password, salt, 600000, 256)).getEncoded(); // OK: WeakSecretStorage
    }

    void rename(User user, String name) {
        user.setName(name);
        users.save(user); // OK: WeakSecretStorage
    }
}
