package com.acme.fallback;

import com.typesafe.config.Config;
import io.micronaut.context.annotation.Property;
import io.vertx.core.json.JsonObject;
import jakarta.servlet.FilterConfig;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.lang3.ObjectUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.hadoop.conf.Configuration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Option;

class Fallbacks {
    @Value("${nacos.core.auth.plugin.nacos.token.secret.key:SecretKey0123456789012345678901234567890123456789}") // BUG: DefaultSecretFallback
    private String key;

    @Value("${jwt.expiration:3600}") // OK: DefaultSecretFallback
    private long tokenValidity;

    @Value("${app.admin.password:#{null}}") // OK: DefaultSecretFallback
    private String adminPassword;

    @Value("${app.jwt.header:Authorization}") // OK: DefaultSecretFallback
    private String tokenHeader;

    @ConfigProperty(name = "sync.api-key", defaultValue = "devkey") // BUG: DefaultSecretFallback
    String apiKey;

    @Property(name = "hook.secret", defaultValue = "s3cr3t") // BUG: DefaultSecretFallback
    String hook;

    @Option(names = "--admin-password", defaultValue = "admin") // BUG: DefaultSecretFallback
    String password;

    @Option(names = "--token-type", defaultValue = "bearer") // OK: DefaultSecretFallback
    String tokenType;

    String env(Environment environment) {
        return environment.getProperty("store.password", "changeit"); // BUG: DefaultSecretFallback
    }

    String envRequired(Environment environment) {
        return environment.getRequiredProperty("store.password"); // OK: DefaultSecretFallback
    }

    String optional() {
        return Optional.ofNullable(System.getenv("JWT_SECRET")).orElse("dev-secret"); // BUG: DefaultSecretFallback
    }

    String optionalGet() {
        return Optional.ofNullable(System.getenv("JWT_SECRET")).filter(s -> !s.isBlank()).orElseGet(() -> "dev-secret"); // BUG: DefaultSecretFallback
    }

    String optionalThrow() {
        return Optional.ofNullable(System.getenv("JWT_SECRET")).orElseThrow(() -> new IllegalStateException("JWT_SECRET")); // OK: DefaultSecretFallback
    }

    String ternary() {
        String s = System.getenv("SIGNING_KEY");
        return s != null ? s : "insecure-signing-key"; // BUG: DefaultSecretFallback
    }

    String ternaryEmpty() {
        String s = System.getenv("SIGNING_KEY");
        return s == null ? "" : s; // OK: DefaultSecretFallback
    }

    String objects(Map<String, String> settings) {
        return Objects.requireNonNullElse(settings.get("client-secret"), "acme"); // BUG: DefaultSecretFallback
    }

    String lang(Properties p) {
        return StringUtils.defaultIfBlank(p.getProperty("db.password"), "postgres"); // BUG: DefaultSecretFallback
    }

    String lang2(String encryptionKey) {
        return ObjectUtils.firstNonNull(encryptionKey, System.getenv("ENCRYPTION_KEY"), "0123456789abcdef"); // BUG: DefaultSecretFallback
    }

    String hadoop(Configuration conf) {
        return conf.get("hadoop.http.authentication.signature.secret", "hadoop"); // BUG: DefaultSecretFallback
    }

    String hadoopType(Configuration conf) {
        return conf.get("hadoop.http.authentication.type", "simple"); // OK: DefaultSecretFallback
    }

    String vertx(JsonObject config) {
        return config.getString("keystorePassword", "wibble"); // BUG: DefaultSecretFallback
    }

    String microprofile() {
        return ConfigProvider.getConfig().getOptionalValue("webhook.secret", String.class).orElse("change-me"); // BUG: DefaultSecretFallback
    }

    String typesafe(Config config) {
        return config.hasPath("play.http.secret.key") ? config.getString("play.http.secret.key") : "changethis"; // BUG: DefaultSecretFallback
    }

    String system() {
        return System.getProperty("zeppelin.notebook.password", "zeppelin"); // BUG: DefaultSecretFallback
    }

    String username() {
        return System.getProperty("zeppelin.notebook.user", "anonymous"); // OK: DefaultSecretFallback
    }

    String inStatements(FilterConfig config) {
        String secret = config.getInitParameter("token.secret");
        if (secret == null) {
            secret = "hallowelt"; // BUG: DefaultSecretFallback
        }
        return secret;
    }

    String mapDefault(Map<String, String> m) {
        return m.getOrDefault("rememberMeKey", "remember-me-key"); // BUG: DefaultSecretFallback
    }

    String path(Map<String, String> m) {
        return m.getOrDefault("password.file", "/etc/acme/pw"); // OK: DefaultSecretFallback
    }
}

@ConfigurationProperties("acme.auth")
record AuthProperties( // BUG: SecretInToString
        String issuer,
        @DefaultValue("topsecret") String tokenSecret, // BUG: DefaultSecretFallback
        @DefaultValue("15m") String tokenValidity) {} // OK: DefaultSecretFallback
