package dev.keywright.checks.rules.material;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class DefaultSecretFallbackTest {

    private final RuleTester tester = RuleTester.of(DefaultSecretFallback.class);

    @Test
    void silentWhereNothingIsBuiltIn() {
        tester.check("""
                package sample;
                import org.springframework.beans.factory.annotation.Value;
                class Config {
                    @Value("${api.key}") String apiKey;
                    @Value("${api.key:}") String emptyKey;
                    @Value("${api.timeout:30}") String timeout;
                    String u = System.getProperty("app.user", "abc123");
                }
                """);
    }

    @Test
    void flagsBuiltInValues() {
        tester.check("""
                package sample;
                import org.springframework.beans.factory.annotation.Value;
                class Config {
                    @Value("${api.key:changeme}") String apiKey; // BUG: DefaultSecretFallback
                    String a() {
                        String s = System.getenv().getOrDefault("JWT_SECRET", "s3cr3t-default"); // BUG: DefaultSecretFallback
                        String t = System.getProperty("app.token", "abc123"); // BUG: DefaultSecretFallback
                        return System.getenv("API_KEY") != null ? System.getenv("API_KEY") : "fallback1"; // BUG: DefaultSecretFallback
                    }
                }
                """);
    }

    @Test
    void silentOnTrustStores() {
        tester.check("""
                package sample;
                class Trust {
                    char[] opened() {
                        return System.getProperty("javax.net.ssl.trustStorePassword", "changeit").toCharArray();
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Defaults {
                    private final com.acme.Settings settings;
                    Defaults(com.acme.Settings settings) {
                        this.settings = settings;
                    }
                    // A default that is written into the configuration itself.
                    void prepare() {
                        if (!settings.contains("jwt.secret")) {
                            settings.store("jwt.secret", "jwt");
                        }
                    }
                }
                """);
    }

    @Test
    void silentOnTheNamesUnderWhichASecretStoreGivesBoth() {
        tester.check("""
                package sample;
                class Names {
                    String user;
                    String secret;
                    void read() {
                        String userName = System.getProperty("secret.username.name");
                        user = userName != null ? userName : "username";
                        String configuredPassword = System.getProperty("secret.password");
                        secret = configuredPassword != null ? configuredPassword : "password";
                    }
                    void connect() {
                        String configuredPassword = System.getProperty("secret.password");
                        secret = configuredPassword != null ? configuredPassword : "password"; // BUG: DefaultSecretFallback
                    }
                }
                """);
    }

    @Test
    void expressionsThatFallBack() {
        tester.check("""
                package sample;
                import org.springframework.beans.factory.annotation.Value;
                class Config {
                    @Value("#{environment['partner.name'] ?: 'acme'}") String partner;
                    @Value("#{environment['partner.api-key'] ?: ''}") String unset;
                    @Value("#{environment['partner.api-key'] ?: 'demo-key-1'}") String apiKey; // BUG: DefaultSecretFallback
                }
                """);
    }
}
