package com.acme.storage;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.google.common.hash.Hashing;
import de.mkammerer.argon2.Argon2Factory;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.commons.codec.digest.Crypt;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.Md5Crypt;
import org.apache.shiro.crypto.hash.Md5Hash;
import org.apache.shiro.crypto.hash.SimpleHash;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.LdapShaPasswordEncoder;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

class Passwords {
    /** DolphinScheduler and many others. */
    String register(String userName, String userPassword) {
        String stored = DigestUtils.md5Hex(userPassword); // BUG: WeakSecretStorage
        return userName + "," + stored;
    }

    /** OpenMRS, as of old: password and salt through one round of SHA-512. */
    String openmrs(String password, String salt) throws Exception {
        MessageDigest md = MessageDigest.getInstance("SHA-512");
        byte[] hash = md.digest((password + salt).getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        return HexFormat.of().formatHex(hash);
    }

    String updated(char[] password, byte[] salt) throws Exception {
        MessageDigest md = MessageDigest.getInstance("SHA-1");
        md.update(salt);
        md.update(new String(password).getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, md.digest()).toString(16); // BUG: WeakSecretStorage
    }

    String guava(String passwd) {
        return Hashing.sha256().hashString(passwd, StandardCharsets.UTF_8).toString(); // BUG: WeakSecretStorage
    }

    String shiro(String password, String salt) {
        String a = new Md5Hash(password, salt, 2).toHex(); // BUG: WeakSecretStorage
        String b = new SimpleHash("SHA-256", password, salt, 1024).toHex(); // BUG: WeakSecretStorage
        return a + b;
    }

    byte[] pbkdf2(char[] password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password, salt, 1000, 256); // BUG: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    byte[] pbkdf2Mended(char[] password, byte[] salt) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(password, salt, 600_000, 256); // OK: WeakSecretStorage
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    }

    String crypt(String password) {
        return Md5Crypt.md5Crypt(password.getBytes()); // BUG: WeakSecretStorage
    }

    String bcrypt(String password) {
        return BCrypt.withDefaults().hashToString(12, password.toCharArray()); // OK: WeakSecretStorage
    }

    String argon(char[] password) {
        return Argon2Factory.create().hash(3, 65536, 1, password); // OK: WeakSecretStorage
    }

    @Bean
    PasswordEncoder noop() {
        return NoOpPasswordEncoder.getInstance(); // BUG: WeakSecretStorage
    }

    @Bean
    PasswordEncoder md() {
        return new MessageDigestPasswordEncoder("MD5"); // BUG: WeakSecretStorage
    }

    @Bean
    PasswordEncoder ldap() {
        return new LdapShaPasswordEncoder(); // BUG: WeakSecretStorage
    }

    @Bean
    PasswordEncoder good() {
        return new BCryptPasswordEncoder(12); // OK: WeakSecretStorage
    }

    String keyDigest(String apiKey) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes())); // OK: WeakSecretStorage
    }

    String checksum(Path file) throws Exception {
        return DigestUtils.sha256Hex(Files.readAllBytes(file)); // OK: WeakSecretStorage
    }

    String gravatar(String email) {
        return DigestUtils.md5Hex(email.trim().toLowerCase()); // OK: WeakSecretStorage
    }

    String cacheKey(String query, String passwordPolicyName) {
        return DigestUtils.md5Hex(query + passwordPolicyName); // OK: WeakSecretStorage
    }

    int bucket(String passwordField) {
        return passwordField.hashCode() % 16;
    }
}

class Md5Encoder implements PasswordEncoder {
    @Override
    public String encode(CharSequence raw) {
        return org.springframework.util.DigestUtils.md5DigestAsHex(raw.toString().getBytes()); // BUG: WeakSecretStorage
    }

    @Override
    public boolean matches(CharSequence raw, String encoded) {
        return MessageDigest.isEqual(encode(raw).getBytes(), encoded.getBytes());
    }
}

class PlainEncoder implements PasswordEncoder {
    @Override
    public String encode(CharSequence raw) {
        return raw.toString(); // BUG: WeakSecretStorage
    }

    @Override
    public boolean matches(CharSequence raw, String encoded) {
        return encoded.equals(raw.toString()); // BUG: TimingUnsafeComparison
    }
}

@Entity
class Integration {
    @Id
    Long id;

    @Column(name = "api_key")
    String apiKey; // BUG: WeakSecretStorage

    @Column(name = "api_key_digest")
    String apiKeyDigest; // OK: WeakSecretStorage

    @Column(name = "webhook_token")
    @Convert(converter = EncryptedConverter.class)
    String webhookToken; // OK: WeakSecretStorage

    @Column(name = "token_type")
    String tokenType; // OK: WeakSecretStorage

    @Column(name = "public_key")
    String publicKey; // OK: WeakSecretStorage

    @Column(name = "password_hash")
    String passwordHash; // OK: WeakSecretStorage
}

class EncryptedConverter {}
