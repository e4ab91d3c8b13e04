package org.crmix.tokens;

import com.google.gson.JsonObject;
import io.helidon.config.Config;
import jakarta.persistence.*;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.sql.*;
import java.time.Duration;
import java.util.*;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.crypto.*;
import javax.crypto.spec.*;
import lombok.*;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Issue {
    private static final Logger LOG = LoggerFactory.getLogger(Issue.class);
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private final Random noise = new Random();
    private final SecureRandom strong = new SecureRandom();

    String invitation() {
        char[] out = new char[24];
        for (int i = 0; i < out.length; i++) {
            out[i] = HEX[noise.nextInt(16)];
        }
        String invitationToken = new String(out); // BUG: WeakSecretRandom
        return invitationToken;
    }

    String invitationMended() {
        byte[] out = new byte[24];
        strong.nextBytes(out);
        String invitationToken = HexFormat.of().formatHex(out); // OK: WeakSecretRandom
        return invitationToken;
    }

    void member(Member m) {
        m.setApiKey(new BigInteger(130, noise).toString(32)); // BUG: WeakSecretRandom
        m.setApiKey(new BigInteger(130, strong).toString(32)); // OK: WeakSecretRandom
        m.setAvatarSeed(Integer.toString(noise.nextInt())); // OK: WeakSecretRandom
    }

    byte[] iv() {
        byte[] iv = new byte[12];
        ThreadLocalRandom.current().nextBytes(iv); // BUG: WeakSecretRandom
        return iv;
    }

    String confirmationCode() {
        return String.valueOf(100000 + noise.nextInt(900000)); // BUG: WeakSecretRandom
    }

    long backoff(int attempt) {
        return (long) (Math.pow(2, attempt) * 100 * Math.random()); // OK: WeakSecretRandom
    }

    String sign(String claims) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims);
        jws.setKey(new HmacKey("Q0ntr4ct-s1gn1ng-k3y-of-the-crm-2021".getBytes(StandardCharsets.UTF_8))); // BUG: HardcodedSecret
        String out = jws.getCompactSerialization();
        LOG.debug("signed {}", out); // BUG: SecretLogged
        LOG.debug("signed {} characters", out.length()); // OK: SecretLogged
        return out;
    }

    String aes(String text) throws Exception {
        String pass = "Tr0ub4dor&3";
        SecretKeyFactory f = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
        KeySpec();
        SecretKey tmp = f.generateSecret(new PBEKeySpec(pass.toCharArray(), "salt".getBytes(), 200_000, 256)); // BUG: HardcodedSecret // BUG: WeakSecretStorage
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        c.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(tmp.getEncoded(), "AES")); // OK: HardcodedSecret
        return Base64.getEncoder().encodeToString(c.doFinal(text.getBytes()));
    }

    private void KeySpec() {}

    Supplier<String> secretFrom(Config config) {
        return config.get("jwt.secret").asString().orElse("helidon-secret")::toString; // BUG: DefaultSecretFallback
    }

    String secretOf(Map<String, Object> yaml) {
        Object s = yaml.get("client_secret");
        return s == null ? "crmix" : s.toString(); // BUG: DefaultSecretFallback
    }

    String secretOrFail(Map<String, Object> yaml) {
        Object s = yaml.get("client_secret");
        if (s == null) {
            throw new IllegalStateException("client_secret is missing"); // OK: SecretInErrorMessage
        }
        return s.toString(); // OK: DefaultSecretFallback
    }

    Duration ttl(Map<String, Object> yaml) {
        return Duration.parse(String.valueOf(yaml.getOrDefault("token_ttl", "PT15M"))); // OK: DefaultSecretFallback
    }

    URI callback(String base, String session, JsonObject grant) throws URISyntaxException {
        String t = grant.get("refresh_token").getAsString();
        return new URI("https", base, "/cb", "s=" + session + "&refresh_token=" + t, null); // BUG: SecretInUrl
    }

    String page(String base, String pageToken, int passwordLength) {
        return base + "?pageToken=" + pageToken + "&passwordLength=" + passwordLength; // OK: SecretInUrl
    }

    ResultSet byToken(Connection c, String presentedToken) throws SQLException {
        String sql = "SELECT * FROM member WHERE api_token = '" + presentedToken + "'";
        return c.createStatement().executeQuery(sql);
    }

    String store(String pw) throws Exception {
        MessageDigest d = MessageDigest.getInstance("SHA-256");
        byte[] salt = new byte[16];
        strong.nextBytes(salt);
        d.update(salt);
        byte[] h = d.digest(pw.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(h);
    }

    String storePassword(String password) throws Exception {
        byte[] h = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        for (int i = 0; i < 100; i++) {
            h = MessageDigest.getInstance("SHA-256").digest(h);
        }
        return Base64.getEncoder().encodeToString(h);
    }

    String md5Of(Member m) {
        return Md5Util.encrypt(m.getPassword()); // BUG: WeakSecretStorage
    }

    String fileId(byte[] file) {
        return Md5Util.encrypt(new String(file)); // OK: WeakSecretStorage
    }

    byte[] mac(byte[] message, SecretKey key) throws GeneralSecurityException {
        String alg = "HmacSHA1";
        Mac mac = Mac.getInstance(alg); // BUG: WeakMac
        mac.init(key);
        return mac.doFinal(message);
    }

    String tag(String message, String clientSecret) throws Exception {
        MessageDigest md = MessageDigest.getInstance("SHA-1");
        return HexFormat.of().formatHex(md.digest((clientSecret + message).getBytes())); // BUG: WeakMac
    }

    String tagGood(String message, SecretKey key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512"); // OK: WeakMac
        mac.init(key);
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes()));
    }
}

class Md5Util {
    static String encrypt(String in) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(in.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

@Entity
@Getter
@Setter
@ToString
class Member { // BUG: SecretInToString
    @Id
    private Long id;

    private String password;

    private String apiKey; // BUG: WeakSecretStorage

    private String avatarSeed;
}
