package listed;

import java.io.FileWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.servlet.http.HttpServletRequest;

public class Cwe256Storage {
    void bad1(Connection connection, HttpServletRequest request) throws Exception {
        PreparedStatement insert = connection.prepareStatement("INSERT INTO users (name, password) VALUES (?, ?)");
        insert.setString(1, request.getParameter("name"));
        insert.setString(2, request.getParameter("password")); // BUG: WeakSecretStorage
        insert.executeUpdate();
    }

    boolean bad2(Connection connection, String name, String password) throws Exception {
        PreparedStatement query = connection.prepareStatement("SELECT password FROM users WHERE name = ?");
        query.setString(1, name);
        try (ResultSet row = query.executeQuery()) {
            return row.next() && row.getString("password").equals(password); // BUG: WeakSecretStorage // BUG: TimingUnsafeComparison
        }
    }

    String bad3(String password) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        return Base64.getEncoder().encodeToString(digest.digest(password.getBytes(StandardCharsets.UTF_8))); // BUG: WeakSecretStorage
    }

    String bad4(char[] password) throws Exception {
        String algorithm = "MD5";
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        for (char c : password) {
            digest.update((byte) c);
        }
        return new String(digest.digest(), StandardCharsets.ISO_8859_1); // BUG: WeakSecretStorage
    }

    byte[] bad5(char[] password, byte[] salt) throws Exception {
        int rounds = 100;
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, 256); // BUG: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    void bad6(String user, String password) throws IOException {
        try (FileWriter writer = new FileWriter("users.txt", true)) {
            writer.write(user + ":" + password + "\n"); // BUG: WeakSecretStorage
        }
    }

    byte[] good1(char[] password) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        PBEKeySpec spec = new PBEKeySpec(password, salt, 600_000, 256); // OK: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    void good2(Connection connection, HttpServletRequest request) throws Exception {
        PreparedStatement insert = connection.prepareStatement("INSERT INTO users (name, password) VALUES (?, ?)");
        insert.setString(1, request.getParameter("name"));
        insert.setString(2, org.mindrot.jbcrypt.BCrypt.hashpw(request.getParameter("password"), org.mindrot.jbcrypt.BCrypt.gensalt(12))); // OK: WeakSecretStorage
        insert.executeUpdate();
    }

    String good3(byte[] document) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        return Base64.getEncoder().encodeToString(digest.digest(document)); // OK: WeakSecretStorage
    }

    void good4(String user, String locale) throws IOException {
        try (FileWriter writer = new FileWriter("users.txt", true)) {
            writer.write(user + ":" + locale + "\n"); // OK: WeakSecretStorage
        }
    }
}
