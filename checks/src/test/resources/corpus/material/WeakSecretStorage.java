package corpus.material;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class Storage {

    private final PasswordEncoder encoder = new BCryptPasswordEncoder(12); // OK: WeakSecretStorage

    void plain(Member member, String password) {
        member.setPasswordHash(password); // BUG: WeakSecretStorage
    }

    void md5(Member member, String password) throws Exception {
        byte[] h = MessageDigest.getInstance("MD5").digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        member.setPasswordHash(HexFormat.of().formatHex(h));
    }

    void sha(Member member, String password) throws Exception {
        byte[] h = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        member.setPasswordHash(HexFormat.of().formatHex(h));
    }

    void commons(Member member, String password) {
        member.setPasswordHash(DigestUtils.sha256Hex(password)); // BUG: WeakSecretStorage
    }

    void unsalted(Member member, String pwd) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(pwd.getBytes(StandardCharsets.UTF_8));
        member.setPasswordHash(HexFormat.of().formatHex(digest.digest())); // BUG: WeakSecretStorage
    }

    byte[] fewIterations(char[] password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password, salt, 1000, 256); // BUG: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    byte[] fewIterationsSha1(char[] password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password, salt, 10_000, 160); // BUG: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(spec).getEncoded();
    }

    PasswordEncoder noop() {
        return NoOpPasswordEncoder.getInstance(); // BUG: WeakSecretStorage
    }

    PasswordEncoder weakBcrypt() {
        return new BCryptPasswordEncoder(4); // BUG: WeakSecretStorage
    }

    void insert(Connection c, String user, String password) throws Exception {
        try (PreparedStatement s = c.prepareStatement("insert into users(name, password) values (?, ?)")) {
            s.setString(1, user); // OK: WeakSecretStorage
            s.setString(2, password); // BUG: WeakSecretStorage
            s.executeUpdate();
        }
    }

    void springMd5(Member member, String password) {
        member.setPasswordHash(org.springframework.util.DigestUtils.md5DigestAsHex(password.getBytes(StandardCharsets.UTF_8))); // BUG: WeakSecretStorage
    }

    @SuppressWarnings("deprecation")
    void guava(Member member, String password) {
        member.setPasswordHash(com.google.common.hash.Hashing.sha1().hashString(password, StandardCharsets.UTF_8).toString()); // BUG: WeakSecretStorage
    }

    // ---- fine

    void encoded(Member member, String password) {
        member.setPasswordHash(encoder.encode(password)); // OK: WeakSecretStorage
    }

    byte[] enough(char[] password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password, salt, 600_000, 256); // OK: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    byte[] fileChecksum(byte[] file) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(file); // OK: WeakSecretStorage
    }

    String keyDigest(byte[] randomKey) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(randomKey)); // OK: WeakSecretStorage
    }

    String cacheKey(String query) {
        return DigestUtils.sha256Hex(query); // OK: WeakSecretStorage
    }

    void name(Connection c, String name) throws Exception {
        try (PreparedStatement s = c.prepareStatement("update users set name = ?")) {
            s.setString(1, name); // OK: WeakSecretStorage
        }
    }

    void hashed(Connection c, String password) throws Exception {
        try (PreparedStatement s = c.prepareStatement("update users set password = ?")) {
            s.setString(1, encoder.encode(password)); // OK: WeakSecretStorage
        }
    }

    String etag(String body) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8))); // OK: WeakSecretStorage
    }

    PasswordEncoder normal() {
        return new BCryptPasswordEncoder(); // OK: WeakSecretStorage
    }

    void policy(Member member, String passwordPolicy) {
        member.setPolicy(DigestUtils.md5Hex(passwordPolicy)); // OK: WeakSecretStorage
    }

    interface Member {
        void setPasswordHash(String hash);

        void setPolicy(String policy);
    }
}

@Entity
class ApiKeyRow {
    @Id
    private long id; // OK: WeakSecretStorage

    @Column(name = "api_key")
    private String apiKey; // BUG: WeakSecretStorage

    @Column(name = "owner")
    private String owner; // OK: WeakSecretStorage
}

@Entity
class HashedKeyRow {
    @Id
    private long id;

    @Column(name = "api_key_digest")
    private String apiKeyDigest; // OK: WeakSecretStorage

    private String keyPrefix; // OK: WeakSecretStorage
}
