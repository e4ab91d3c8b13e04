package corpus.material;

import com.amazonaws.auth.BasicAWSCredentials;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Request;
import org.springframework.beans.factory.annotation.Value;

class Hardcoded {

    private static final String API_KEY = "f3a91c07be5d4428a6e0c1d9972b55fe"; // BUG: HardcodedSecret
    private static final byte[] RAW = {0x13, 0x37, 0x42, 0x51, 0x66, 0x7a, 0x01, 0x19, 0x2b, 0x3c, 0x4d, 0x5e, 0x6f, 0x70, 0x11, 0x22};
    private String password = "Tr0ub4dor&3xyz"; // BUG: HardcodedSecret
    private static final String API_KEY_HEADER = "X-Api-Key"; // OK: HardcodedSecret
    private static final String PASSWORD_PROPERTY = "spring.datasource.password"; // OK: HardcodedSecret
    private static final String TOKEN_URL = "https://id.example.com/token"; // OK: HardcodedSecret
    private static final String SECRET_PLACEHOLDER = "${webhook.secret}"; // OK: HardcodedSecret
    private static final String PASSWORD_MASK = "********"; // OK: HardcodedSecret
    private static final String EMPTY_PASSWORD = ""; // OK: HardcodedSecret
    private static final String TOKEN_TYPE = "Bearer"; // OK: HardcodedSecret
    private static final String PASSWORD_ERROR = "The password must have at least twelve characters"; // OK: HardcodedSecret
    private static final String SECRET_NAME = "prod/payments/stripe"; // OK: HardcodedSecret

    @Value("${jwt.secret}")
    private String jwtSecret; // OK: HardcodedSecret

    SecretKeySpec mac() {
        return new SecretKeySpec("8d2f6ab1904c4e53b7d1".getBytes(StandardCharsets.UTF_8), "HmacSHA256"); // BUG: HardcodedSecret
    }

    SecretKeySpec bytes() {
        return new SecretKeySpec(RAW, "AES"); // BUG: HardcodedSecret
    }

    SecretKeySpec decoded() {
        byte[] k = Base64.getDecoder().decode("c2VjcmV0LWtleS1mb3ItdGhlLW1hYw==");
        return new SecretKeySpec(k, "HmacSHA256"); // BUG: HardcodedSecret
    }

    SecretKeySpec assembled() {
        String half = "8d2f6ab1904c";
        String rest = "4e53b7d1aa01";
        return new SecretKeySpec((half + rest).getBytes(StandardCharsets.UTF_8), "HmacSHA256"); // BUG: HardcodedSecret
    }

    Object jjwt() {
        return Jwts.builder().setSubject("x").signWith(SignatureAlgorithm.HS256, "aVeryLongButPublicSigningKey0123456789").compact(); // BUG: HardcodedSecret // BUG: UnverifiedToken
    }

    Object keys() {
        return Keys.hmacShaKeyFor("aVeryLongButPublicSigningKey0123456789".getBytes(StandardCharsets.UTF_8)); // BUG: HardcodedSecret
    }

    Object auth0() {
        return Algorithm.HMAC256("q8Z!vL2#pW9x"); // BUG: HardcodedSecret
    }

    Connection database() throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://db/shop", "shop", "s3cr3t-Shop-2024"); // BUG: HardcodedSecret
    }

    Properties mail() {
        Properties p = new Properties();
        p.setProperty("mail.smtp.host", "smtp.example.com"); // OK: HardcodedSecret
        p.setProperty("mail.smtp.password", "Ma1lPassw0rd!"); // BUG: HardcodedSecret
        return p;
    }

    void login(Client client) {
        client.setPassword("hunter2-but-longer"); // BUG: HardcodedSecret
        client.setUser("hunter"); // OK: HardcodedSecret
    }

    Request header() {
        return new Request.Builder().url("https://x.example.com").header("Authorization", "Bearer 9f8e7d6c5b4a39281706f5e4d3c2b1a0").build(); // BUG: HardcodedSecret
    }

    BasicAWSCredentials aws() {
        return new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLQ", "wJalrXUtnFEMIK7MDENGbPxRfiCYzzTESTKEYabc"); // BUG: HardcodedSecret
    }

    String github() {
        return "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"; // BUG: HardcodedSecret
    }

    PasswordAuthentication proxy() {
        return new PasswordAuthentication("proxy", "pr0xy-Passw0rd".toCharArray()); // BUG: HardcodedSecret
    }

    void keystore(KeyStore store, java.io.InputStream in) throws Exception {
        store.load(in, "changeit-prod-91".toCharArray()); // BUG: HardcodedSecret
        store.load(null, null); // OK: HardcodedSecret
    }

    PBEKeySpec derived(byte[] salt) {
        return new PBEKeySpec("correct horse battery".toCharArray(), salt, 310_000, 256); // BUG: HardcodedSecret
    }

    SecretKeySpec configured() {
        return new SecretKeySpec(jwtSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"); // OK: HardcodedSecret
    }

    Connection environment() throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://db/shop", "shop", System.getenv("DB_PASSWORD")); // OK: HardcodedSecret
    }

    IvParameterSpec iv(byte[] nonce) {
        return new IvParameterSpec(nonce); // OK: HardcodedSecret
    }

    boolean isEmptyPassword() {
        return password.equals(""); // OK: HardcodedSecret
    }

    Map<String, String> labels() {
        return Map.of("password", "Passwort", "token", "Zugangscode"); // OK: HardcodedSecret
    }

    String named() {
        return System.getProperty("shop.api.key"); // OK: HardcodedSecret
    }

    Object httpHeaderName(Request request) {
        return request.header("X-Webhook-Signature"); // OK: HardcodedSecret
    }

    interface Client {
        void setPassword(String password);

        void setUser(String user);
    }

    enum Field {
        PASSWORD("password"), // OK: HardcodedSecret
        API_KEY("api_key"); // OK: HardcodedSecret

        final String column;

        Field(String column) {
            this.column = column;
        }
    }
}
