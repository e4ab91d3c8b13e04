package edu.example.apis;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.FileWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Properties;
import java.util.zip.CRC32;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/** Passwords on their way into a store. */
public class StoredPasswords {

    byte[] md5(String password) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        return digest.digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    byte[] sha512(String password) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(password.getBytes(StandardCharsets.UTF_8));
        return digest.digest(); // BUG: WeakSecretStorage
    }

    byte[] saltedButFast(String password, byte[] salt) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        return digest.digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
    }

    byte[] checksum(String document) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        return digest.digest(document.getBytes(StandardCharsets.UTF_8)); // OK: WeakSecretStorage
    }

    String commons(String password) {
        return DigestUtils.sha1Hex(password); // BUG: WeakSecretStorage
    }

    long crc(String password) {
        CRC32 crc = new CRC32();
        crc.update(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        return crc.getValue();
    }

    byte[] fewRounds(char[] password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password, salt, 100, 256); // BUG: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(spec).getEncoded();
    }

    byte[] enough(char[] password) throws Exception {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        PBEKeySpec spec = new PBEKeySpec(password, salt, 600_000, 256); // OK: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    String bcrypt(char[] password) {
        return BCrypt.withDefaults().hashToString(12, password); // OK: WeakSecretStorage
    }

    String weakBcrypt(char[] password) {
        return BCrypt.withDefaults().hashToString(4, password); // BUG: WeakSecretStorage
    }

    void written(String password) throws Exception {
        try (FileWriter out = new FileWriter("users.txt")) {
            out.write(password); // BUG: WeakSecretStorage
        }
    }

    void writtenByFiles(String password) throws Exception {
        Files.writeString(Path.of("users.txt"), password); // BUG: WeakSecretStorage
    }

    void kept(Connection connection, String user, String password) throws Exception {
        PreparedStatement insert = connection.prepareStatement("insert into users (name, password) values (?, ?)");
        insert.setString(1, user);
        insert.setString(2, password); // BUG: WeakSecretStorage
        insert.executeUpdate();
    }

    void keptGood(Connection connection, String user, char[] password) throws Exception {
        PreparedStatement insert = connection.prepareStatement("insert into users (name, password) values (?, ?)");
        insert.setString(1, user); // OK: WeakSecretStorage
        insert.setString(2, bcrypt(password)); // OK: WeakSecretStorage
        insert.executeUpdate();
    }

    void inProperties(Properties settings, String password) throws Exception {
        settings.setProperty("password", password);
        settings.store(new PrintWriter("settings.properties"), null);
    }
}
