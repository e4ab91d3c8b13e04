package io.acme.hc;

import com.amazonaws.auth.BasicAWSCredentials;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Hashtable;
import java.util.Properties;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.Context;
import org.apache.commons.net.ftp.FTPClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.User;

public class Samples {
    private static final String JWT_SECRET = "mySuperSecretKey2019!"; // BUG: HardcodedSecret
    private static final String PASSWORD_PARAM = "password"; // OK: HardcodedSecret
    private static final String API_KEY_HEADER = "X-Api-Key"; // OK: HardcodedSecret
    private static final String TOKEN_URL = "https://auth.example/oauth/token"; // OK: HardcodedSecret

    @Value("${db.password}")
    private String dbPassword; // OK: HardcodedSecret

    Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:mysql://db/app", "root", "r00tPa55"); // BUG: HardcodedSecret
    }

    String jwt(String user) {
        return Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS256, "c2VjcmV0LWtleS1mb3ItdGVzdA").compact(); // BUG: HardcodedSecret
    }

    SecretKeySpec aes() {
        return new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); // BUG: HardcodedSecret
    }

    SecretKeySpec bytes() {
        byte[] raw = {0x12, 0x34, 0x56, 0x78, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x01, 0x02, 0x03, 0x04, 0x05};
        return new SecretKeySpec(raw, "AES"); // BUG: HardcodedSecret
    }

    BasicAWSCredentials aws() {
        return new BasicAWSCredentials("AKIAIOSFODNN7QQQQQQQ", "wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzzzz"); // BUG: HardcodedSecret
    }

    void ftp(FTPClient client) throws Exception {
        client.login("deploy", "Tr0ub4dor&3"); // BUG: HardcodedSecret
    }

    Hashtable<String, String> ldap() {
        Hashtable<String, String> env = new Hashtable<>();
        env.put(Context.SECURITY_PRINCIPAL, "cn=admin");
        env.put(Context.SECURITY_CREDENTIALS, "adm1nLdap"); // BUG: HardcodedSecret
        return env;
    }

    Properties mail() {
        Properties props = new Properties();
        props.put("mail.smtp.password", "hunter2hunter2"); // BUG: HardcodedSecret
        props.put("mail.smtp.auth", "true"); // OK: HardcodedSecret
        return props;
    }

    Object user() {
        return User.withUsername("admin").password("{noop}s3cr3tAdm1n").roles("ADMIN").build(); // BUG: HardcodedSecret
    }

    boolean admin(String password) {
        return "letMeIn!2020".equals(password); // BUG: TimingUnsafeComparison // BUG: HardcodedSecret
    }

    SecretKeySpec fromConfig(Config c) {
        return new SecretKeySpec(c.key(), "AES"); // OK: HardcodedSecret
    }

    Connection fromEnv() throws Exception {
        return DriverManager.getConnection("jdbc:mysql://db/app", "root", System.getenv("DB_PASSWORD")); // OK: HardcodedSecret
    }

    void placeholder(Client client) {
        client.setPassword("${env.PASSWORD}"); // OK: HardcodedSecret
        client.setPassword(""); // OK: HardcodedSecret
        client.setPassword("********"); // OK: HardcodedSecret
    }
}
