package io.acme.more;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.minio.MinioClient;
import javax.crypto.spec.SecretKeySpec;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.springframework.mail.javamail.JavaMailSenderImpl;

public class S3AndJwt {
    MinioClient minio() {
        return MinioClient.builder().endpoint("https://play.example").credentials("admin", "m1n1oAdm1nPwd").build(); // BUG: HardcodedSecret
    }

    String jwt(String user) {
        return JWT.create().withSubject(user).sign(Algorithm.HMAC256("my-256-bit-s3cret")); // BUG: HardcodedSecret
    }

    UsernamePasswordCredentials basic() {
        return new UsernamePasswordCredentials("api", "Pa55w0rd!x"); // BUG: HardcodedSecret
    }

    JavaMailSenderImpl mail() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setUsername("noreply");
        sender.setPassword("Qw3rty-mail"); // BUG: HardcodedSecret
        return sender;
    }

    UsernamePasswordCredentials good(Env env) {
        return new UsernamePasswordCredentials("api", env.require("API_PASSWORD")); // OK: HardcodedSecret
    }

    String goodPath() {
        return System.getProperty("password.file", "/etc/app/password"); // OK: DefaultSecretFallback
    }
}
