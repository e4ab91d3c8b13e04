package stores;

import com.typesafe.config.ConfigFactory;
import io.github.cdimascio.dotenv.Dotenv;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.yaml.snakeyaml.Yaml;

final class Config {

    private final Environment environment;

    @Value("${mail.password:}") // OK: DefaultSecretFallback
    private String mailPassword;

    @Value("${jwt.secret:please-change-this-in-production}") // BUG: DefaultSecretFallback
    private String jwtSecret;

    @Value("${token.ttl:3600}") // OK: DefaultSecretFallback
    private long tokenTtl;

    @Value("#{environment['partner.api-key'] ?: 'demo-key-123'}") // BUG: DefaultSecretFallback
    private String partnerApiKey;

    Config(Environment environment) {
        this.environment = environment;
    }

    String spring() {
        return environment.getProperty("signing.secret", "s1gn-me"); // BUG: DefaultSecretFallback
    }

    String springGood() {
        return environment.getRequiredProperty("signing.secret"); // OK: DefaultSecretFallback
    }

    String optional() {
        return Optional.ofNullable(System.getenv("ADMIN_PASSWORD")).filter(s -> !s.isBlank()).orElse("admin"); // BUG: DefaultSecretFallback
    }

    String optionalGood() {
        return Optional.ofNullable(System.getenv("ADMIN_PASSWORD")) // OK: DefaultSecretFallback
                .filter(s -> !s.isBlank())
                .orElseThrow(() -> new IllegalStateException("ADMIN_PASSWORD is not set"));
    }

    String commons(Configuration configuration) {
        return configuration.getString("hmac.secret", "0123456789"); // BUG: DefaultSecretFallback
    }

    String commonsName(Configuration configuration) {
        return configuration.getString("hmac.algorithm", "HmacSHA256"); // OK: DefaultSecretFallback
    }

    String dotenv() {
        return Dotenv.load().get("REDIS_PASSWORD", "redis"); // BUG: DefaultSecretFallback
    }

    String lang() {
        return StringUtils.defaultIfBlank(System.getProperty("db.password"), "postgres"); // BUG: DefaultSecretFallback
    }

    String requireElse() {
        return Objects.requireNonNullElse(System.getenv("ENCRYPTION_KEY"), "00112233445566778899aabbccddeeff"); // BUG: DefaultSecretFallback
    }

    @SuppressWarnings("unchecked")
    String yaml(InputStream in) {
        Map<String, Object> root = new Yaml().load(in);
        Map<String, Object> database = (Map<String, Object>) root.get("database");
        return (String) database.getOrDefault("password", "toor"); // BUG: DefaultSecretFallback
    }

    @SuppressWarnings("unchecked")
    void yamlLogged(InputStream in) {
        Map<String, Object> root = new Yaml().load(in);
        Map<String, Object> database = (Map<String, Object>) root.get("database");
        System.out.println("database password " + database.get("password")); // BUG: SecretLogged
        System.out.println("database host " + database.get("host")); // OK: SecretLogged
    }

    String typesafe() {
        return ConfigFactory.load().getString("session.secret"); // OK: DefaultSecretFallback
    }

    int port() {
        return Integer.parseInt(System.getenv().getOrDefault("PORT", "8080")); // OK: DefaultSecretFallback
    }
}
