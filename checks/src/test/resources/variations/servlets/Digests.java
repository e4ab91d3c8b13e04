package edu.acme.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes of passwords without salt, in several steps and through helpers; and their good twins. */
public class Digests {

    String unsalted(String password) throws Exception {
        MessageDigest md = MessageDigest.getInstance("SHA-512");
        byte[] digest = md.digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        return Base64.getEncoder().encodeToString(digest);
    }

    String updated(HttpServletRequest request) throws Exception {
        MessageDigest md = MessageDigest.getInstance("MD5");
        String data = request.getParameter("password");
        md.update(data.getBytes(StandardCharsets.UTF_8));
        byte[] digest = md.digest(); // BUG: WeakSecretStorage
        return Base64.getEncoder().encodeToString(digest);
    }

    String helped(String password) throws Exception {
        return plain(password); // BUG: WeakSecretStorage
    }

    private static String plain(String text) throws Exception {
        MessageDigest md = MessageDigest.getInstance("SHA-1");
        return Base64.getEncoder().encodeToString(md.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    String derived(String password) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, 310_000, 256);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        return Base64.getEncoder().encodeToString(key);
    }

    String file(byte[] content) throws Exception {
        MessageDigest md = MessageDigest.getInstance("MD5");
        md.update(content);
        return Base64.getEncoder().encodeToString(md.digest());
    }
}
