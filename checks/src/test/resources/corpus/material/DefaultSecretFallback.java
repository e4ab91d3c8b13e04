package corpus.material;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;

class Fallbacks {

    @Value("${api.key:changeme}") // BUG: DefaultSecretFallback
    private String apiKey;

    @Value("${jwt.secret:my-default-jwt-secret}") // BUG: DefaultSecretFallback
    private String jwt;

    @Value("${admin.password:#{'admin'}}") // BUG: DefaultSecretFallback
    private String admin;

    @Value("${api.key}") // OK: DefaultSecretFallback
    private String required;

    @Value("${api.timeout:30}") // OK: DefaultSecretFallback
    private int timeout;

    @Value("${api.key:}") // OK: DefaultSecretFallback
    private String empty;

    @Value("${api.key:${legacy.api.key}}") // OK: DefaultSecretFallback
    private String older;

    @Value("${token.url:https://id.example.com}") // OK: DefaultSecretFallback
    private String tokenUrl;

    String map(Map<String, String> env) {
        return env.getOrDefault("API_SECRET", "dev-secret"); // BUG: DefaultSecretFallback
    }

    String properties(Properties p) {
        return p.getProperty("db.password", "postgres"); // BUG: DefaultSecretFallback
    }

    String system() {
        return System.getProperty("signing.key", "insecure-signing-key"); // BUG: DefaultSecretFallback
    }

    String optional() {
        return Optional.ofNullable(System.getenv("WEBHOOK_SECRET")).orElse("webhook"); // BUG: DefaultSecretFallback
    }

    String optionalGet() {
        return Optional.ofNullable(System.getenv("WEBHOOK_SECRET")).orElseGet(() -> "webhook"); // BUG: DefaultSecretFallback
    }

    String ternary() {
        String secret = System.getenv("CLIENT_SECRET");
        return secret != null ? secret : "fallback-secret"; // BUG: DefaultSecretFallback
    }

    String reversed() {
        String s = System.getenv("CLIENT_SECRET");
        return s == null ? "fallback-secret" : s; // BUG: DefaultSecretFallback
    }

    void assigned() {
        String token = System.getenv("ADMIN_TOKEN");
        if (token == null) {
            token = "letmein"; // BUG: DefaultSecretFallback
        }
        use(token);
    }

    String objects() {
        return Objects.requireNonNullElse(System.getenv("ADMIN_TOKEN"), "letmein"); // BUG: DefaultSecretFallback
    }

    String spring(Environment environment) {
        return environment.getProperty("app.jwt-secret", "secret"); // BUG: DefaultSecretFallback
    }

    String commons() {
        return StringUtils.defaultIfBlank(System.getenv("API_KEY"), "demo-key"); // BUG: DefaultSecretFallback
    }

    // ---- fine

    String failing() {
        return Optional.ofNullable(System.getenv("WEBHOOK_SECRET")).orElseThrow(); // OK: DefaultSecretFallback
    }

    String thrown() {
        String s = System.getenv("CLIENT_SECRET");
        if (s == null) {
            throw new IllegalStateException("CLIENT_SECRET is not set"); // OK: DefaultSecretFallback
        }
        return s;
    }

    String region(Map<String, String> env) {
        return env.getOrDefault("REGION", "eu-central-1"); // OK: DefaultSecretFallback
    }

    String host(Properties p) {
        return p.getProperty("db.host", "localhost"); // OK: DefaultSecretFallback
    }

    String another(Map<String, String> env) {
        return env.getOrDefault("API_SECRET", System.getenv("OLD_API_SECRET")); // OK: DefaultSecretFallback
    }

    String header(Environment environment) {
        return environment.getProperty("app.api-key-header", "X-Api-Key"); // OK: DefaultSecretFallback
    }

    String alias(Properties p) {
        return p.getProperty("signing.key.id", "default"); // OK: DefaultSecretFallback
    }

    String none(Map<String, String> env) {
        return env.getOrDefault("API_SECRET", ""); // OK: DefaultSecretFallback
    }

    String nothing(Properties p) {
        return p.getProperty("db.password", null); // OK: DefaultSecretFallback
    }

    String label(String tokenType) {
        return tokenType == null ? "Bearer" : tokenType; // OK: DefaultSecretFallback
    }

    private void use(String s) {}
}
