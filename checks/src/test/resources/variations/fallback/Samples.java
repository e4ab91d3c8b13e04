package io.acme.fb;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import com.typesafe.config.Config;
import org.apache.commons.lang3.StringUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;

public class Samples {
    @Value("${jwt.secret:changeMeInProduction}") // BUG: DefaultSecretFallback
    private String jwtSecret;

    @Value("${jwt.ttl:3600}") // OK: DefaultSecretFallback
    private long ttl;

    @Value("${smtp.password:}") // OK: DefaultSecretFallback
    private String smtpPassword;

    @ConfigProperty(name = "admin.password", defaultValue = "admin123") // BUG: DefaultSecretFallback
    String adminPassword;

    @ConfigProperty(name = "admin.name", defaultValue = "admin") // OK: DefaultSecretFallback
    String adminName;

    String env() {
        return System.getenv().getOrDefault("API_KEY", "dev-key-12345"); // BUG: DefaultSecretFallback
    }

    String property() {
        return System.getProperty("keystore.password", "changeit"); // BUG: DefaultSecretFallback
    }

    String ternary() {
        String secret = System.getenv("HMAC_SECRET");
        return secret != null ? secret : "default-hmac-secret"; // BUG: DefaultSecretFallback
    }

    String optional() {
        return Optional.ofNullable(System.getenv("SIGNING_KEY")).orElse("insecure-signing-key"); // BUG: DefaultSecretFallback
    }

    String spring(Environment environment) {
        return environment.getProperty("api.token", "s3cr3t-t0ken"); // BUG: DefaultSecretFallback
    }

    String assigned(Properties props) {
        String password = props.getProperty("db.password");
        if (password == null || password.isEmpty()) {
            password = "postgres1"; // BUG: HardcodedSecret
        }
        return password;
    }

    String commons() {
        return StringUtils.defaultString(System.getenv("CLIENT_SECRET"), "abcd1234efgh"); // BUG: DefaultSecretFallback
    }

    String failing() {
        return Optional.ofNullable(System.getenv("SIGNING_KEY")).orElseThrow(() -> new IllegalStateException("SIGNING_KEY is not set")); // OK: DefaultSecretFallback
    }

    String host() {
        return System.getenv().getOrDefault("API_HOST", "localhost"); // OK: DefaultSecretFallback
    }

    String empty(Map<String, String> map) {
        return map.getOrDefault("password", ""); // OK: DefaultSecretFallback
    }
}
