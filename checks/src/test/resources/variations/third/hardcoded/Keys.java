package com.acme.hard;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.zaxxer.hikari.HikariDataSource;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import io.vertx.core.json.JsonObject;
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.mail.Authenticator;
import javax.mail.PasswordAuthentication;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.shiro.codec.Hex;
import org.apache.shiro.web.mgt.CookieRememberMeManager;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

class Keys1 {
    private static final String TAIL = "kq8Zr2";
    private static final byte[] RAW = {0x12, 0x34, 0x56, 0x78, 0x12, 0x34, 0x56, 0x78, 0x12, 0x34, 0x56, 0x78, 0x12, 0x34, 0x56, 0x78};

    CookieRememberMeManager shiro() {
        CookieRememberMeManager manager = new CookieRememberMeManager();
        manager.setCipherKey(org.apache.shiro.codec.Base64.decode("3AvVhmFLUs0KTA3Kprsdag==")); // BUG: HardcodedSecret
        return manager;
    }

    CookieRememberMeManager shiroMended() throws Exception {
        CookieRememberMeManager manager = new CookieRememberMeManager();
        javax.crypto.KeyGenerator g = javax.crypto.KeyGenerator.getInstance("AES");
        manager.setCipherKey(g.generateKey().getEncoded()); // OK: HardcodedSecret
        return manager;
    }

    byte[] aes(byte[] data) throws Exception {
        Cipher c = Cipher.getInstance("AES/ECB/PKCS5Padding");
        c.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(RAW, "AES")); // BUG: HardcodedSecret
        return c.doFinal(data);
    }

    byte[] des(byte[] data) throws Exception {
        DESKeySpec spec = new DESKeySpec("HF(EHFR8".getBytes()); // BUG: HardcodedSecret
        Cipher c = Cipher.getInstance("DES");
        c.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance("DES").generateSecret(spec));
        return c.doFinal(data);
    }

    String jjwt(String subject) {
        return Jwts.builder().setSubject(subject).signWith(SignatureAlgorithm.HS512, "bladex-oss-9d1f").compact(); // BUG: HardcodedSecret
    }

    String jjwtNew(String subject) {
        return Jwts.builder().subject(subject).signWith(Keys.hmacShaKeyFor("a-string-secret-at-least-256-bits-long!!".getBytes(StandardCharsets.UTF_8))).compact(); // BUG: HardcodedSecret
    }

    String auth0(String user, String configured) {
        Algorithm a = Algorithm.HMAC256("jeecg" + TAIL); // BUG: HardcodedSecret
        Algorithm b = Algorithm.HMAC256(configured); // OK: HardcodedSecret
        return JWT.create().withClaim("username", user).sign(a) + b;
    }

    void nimbus() throws Exception {
        String shared = "yeWAgVDfb$!MFn@MCJVN7uqkznHbDLR#";
        new MACSigner(shared); // BUG: HardcodedSecret
        new MACVerifier(System.getenv("JWT_KEY")); // OK: HardcodedSecret
    }

    void stores() throws Exception {
        KeyStore ks = KeyStore.getInstance("PKCS12");
        ks.load(new FileInputStream("server.p12"), "s3rv3r-p12".toCharArray()); // BUG: HardcodedSecret
        char[] none = new char[0];
        ks.load(null, none); // OK: HardcodedSecret
    }

    void pbe() {
        new PBEKeySpec("correct horse 42".toCharArray(), new byte[16], 600_000, 256); // BUG: HardcodedSecret
        StandardPBEStringEncryptor e = new StandardPBEStringEncryptor();
        e.setPassword("jasypt-P4ss"); // BUG: HardcodedSecret
        e.setAlgorithm("PBEWithHMACSHA512AndAES_256"); // OK: HardcodedSecret
    }

    void databases() throws Exception {
        DriverManager.getConnection("jdbc:mysql://db/app", "root", "r00t!"); // BUG: HardcodedSecret
        DriverManager.getConnection("jdbc:h2:mem:x", "sa", ""); // OK: HardcodedSecret
        HikariDataSource ds = new HikariDataSource();
        ds.setUsername("app");
        ds.setPassword("Welc0me1"); // BUG: HardcodedSecret
        Properties p = new Properties();
        p.put("user", "app");
        p.put("password", "Welc0me1"); // BUG: HardcodedSecret
        try (Jedis j = new Jedis("localhost", 6379)) {
            j.auth("redis#2019"); // BUG: HardcodedSecret
        }
    }

    Authenticator mail() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("robot@acme.example", "Rob0t!2020"); // BUG: HardcodedSecret
            }
        };
    }

    AwsBasicCredentials aws() {
        return AwsBasicCredentials.create("AKIAIOSFODNN7XAMPLEQ", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY"); // BUG: HardcodedSecret
    }

    void hmac() throws Exception {
        String k = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
        new HmacUtils("HmacSHA256", k).hmacHex("x"); // BUG: HardcodedSecret
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode("bXktc3VwZXItc2VjcmV0LWtleS0xMjM0NTY3ODkw"), "HmacSHA256")); // BUG: HardcodedSecret
    }

    void spring(AuthenticationManagerBuilder auth) throws Exception {
        auth.inMemoryAuthentication().withUser("actuator").password("{noop}act-9x!").roles("OPS"); // BUG: HardcodedSecret
        UserDetails u = User.withUsername("x").password("{bcrypt}" + System.getenv("OPS_HASH")).build(); // OK: HardcodedSecret
    }
}

class JwtProperties {
    private String issuer = "acme";
    private String secretKey = "SecretKey012345678901234567890123456789012345678901234567890123456789"; // BUG: HardcodedSecret
    private String tokenHeader = "Authorization"; // OK: HardcodedSecret
    private String tokenPrefix = "Bearer "; // OK: HardcodedSecret
    private String secretName = "acme/prod/jwt"; // OK: HardcodedSecret
    private static final String PASSWORD_PROPERTY = "javax.net.ssl.keyStorePassword"; // OK: HardcodedSecret
    private static final String API_KEY = "apiKey"; // OK: HardcodedSecret
    private static final String PASSWORD_INVALID = "password.invalid"; // OK: HardcodedSecret
    static final String CLIENT_SECRET_PARAM = "client_secret"; // OK: HardcodedSecret
    private static final String PASSWORD_REGEX = "^(?=.*[0-9])(?=.*[a-z]).{8,20}$"; // OK: HardcodedSecret
    private static final String PASSWORD_LABEL = "Your password:"; // OK: HardcodedSecret
    private static final String PASSWORD_MASK = "********"; // OK: HardcodedSecret
    private static final String TOKEN_URL = "https://login.acme.example/oauth/token"; // OK: HardcodedSecret
    private static final String DEFAULT_PASSWORD_ENCODER = "bcrypt"; // OK: HardcodedSecret
    private String clientSecret = "${CLIENT_SECRET}"; // OK: HardcodedSecret
    private String apiSecret = "your-api-secret-here"; // OK: HardcodedSecret
}

class Constants {
    static final String DEFAULT_ADMIN_PASSWORD = "dolphinscheduler123"; // BUG: HardcodedSecret
    static final String GITHUB = "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"; // BUG: HardcodedSecret
    static final String SLACK = "xoxb-2345678901-2345678901234-AbCdEfGhIjKlMnOpQrStUvWx"; // BUG: HardcodedSecret
    static final String STRIPE = "sk_live_4eC39HqLyjWDarjtT1zdp7dcAbCdEf"; // BUG: HardcodedSecret
    static final String PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAx9v0m3pE1b2Zq7a6\n-----END RSA PRIVATE KEY-----"; // BUG: HardcodedSecret
    static final String PUBLIC_PEM = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----"; // OK: HardcodedSecret
    static final String RSA_PUBLIC_KEY = "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKoR8mX0rGKLqzcWmOzbfj64K8ZIgOdH"; // OK: HardcodedSecret
    static final String RSA_PRIVATE_KEY = "MIIBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6AgEAAkEAqhHyZfSsYourNxaY7Nt"; // BUG: HardcodedSecret
    static final String CHECKSUM = "9e107d9d372bb6826bd81d3542a419d6e4d909c290d0fb1ca068ffaddf22cbd0"; // OK: HardcodedSecret
}

class Nacos {
    private Map<String, String> headers = new HashMap<>();

    void ask(org.apache.http.client.methods.HttpGet get) {
        get.setHeader("Authorization", "Basic YWRtaW46YWRtaW4xMjM="); // BUG: HardcodedSecret
        headers.put("X-API-Key", "e7f1c9a2-44d0-4c1b-8f57-3b7d1a2e9c10"); // BUG: HardcodedSecret
        headers.put("X-Request-Id", "e7f1c9a2-44d0-4c1b-8f57-3b7d1a2e9c10"); // OK: HardcodedSecret
        headers.put("Authorization", "Bearer " + System.getenv("TOKEN")); // OK: HardcodedSecret
    }

    boolean login(String user, String password) {
        return "nacos".equals(user) && "n4cos!".equals(password); // BUG: TimingUnsafeComparison // BUG: HardcodedSecret
    }

    boolean check(jakarta.servlet.http.HttpServletRequest request) {
        String identity = request.getHeader("User-Agent");
        return identity != null && identity.startsWith("Nacos-Server"); // OK: HardcodedSecret
    }

    String vertx() {
        JsonObject config = new JsonObject().put("host", "db").put("password", "pg-s3cret"); // BUG: HardcodedSecret
        return config.encode();
    }

    String bootstrap(String given) {
        String pwd;
        if (given == null) {
            pwd = "Adm1n@123"; // BUG: HardcodedSecret
        } else {
            pwd = given;
        }
        return pwd;
    }
}
