package dev.keywright.checks.rules.material;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HardcodedSecretTest {

    private final RuleTester tester = RuleTester.of(HardcodedSecret.class);

    @Test
    void silentOnNamesPlaceholdersAndConfiguration() {
        tester.check("""
                package sample;
                import javax.crypto.spec.SecretKeySpec;
                class Names {
                    private static final String PASSWORD = "app.db.password";
                    private static final String PASSWORD_FIELD = "password1x2";
                    static final String API_KEY_HEADER = "X-API-Key2";
                    String password = "";
                    String apiKey = "your-api-key-here1";
                    void a(String key) throws Exception {
                        new SecretKeySpec(key.getBytes(), "AES");
                        java.sql.DriverManager.getConnection("jdbc:x", "sa", "");
                    }
                }
                """);
    }

    @Test
    void flagsLiterals() {
        tester.check("""
                package sample;
                import javax.crypto.spec.SecretKeySpec;
                class Literals {
                    private static final String API_KEY = "a81bd0c7e9f24"; // BUG: HardcodedSecret
                    String gh = "ghp_0123456789abcdefghijABCDEFGHIJ456789"; // BUG: HardcodedSecret
                    void keys() throws Exception {
                        new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); // BUG: HardcodedSecret
                        new SecretKeySpec(new byte[] {1, 2, 3, 4}, "AES"); // BUG: HardcodedSecret
                        byte[] k = "literal-key-bytes".getBytes();
                        new SecretKeySpec(k, "HmacSHA256"); // BUG: HardcodedSecret
                        java.sql.DriverManager.getConnection("jdbc:x", "sa", "hunter22"); // BUG: HardcodedSecret
                    }
                }
                """);
    }

    @Test
    void silentOnNamesOfProperties() {
        tester.check("""
                package sample;
                class Names {
                    private static final String keyStorePassword = "app2.keyStorePassword";
                    static final String CONFIG_PASSWORD = "app2.configuration-password";
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Letters {
                    // Letters alone are a name, or a word that is shown, as often as a password.
                    private String password = "letmein";
                }
                """);
    }

    @Test
    void silentOnATrustStoresPasswordWhereverItIsHandedOver() {
        tester.check("""
                package sample;
                import java.io.*;
                import java.security.*;
                class Stores {
                    private static final String WORD = "keystorepassword1";
                    void both(KeyStore truststore, KeyStore keys, OutputStream out) throws Exception {
                        truststore.store(out, WORD.toCharArray());
                        save(truststore, out, WORD.toCharArray());
                        keys.store(out, WORD.toCharArray()); // BUG: HardcodedSecret
                    }
                    static void save(KeyStore trustStore, OutputStream out, char[] word) throws Exception {
                        trustStore.store(out, word);
                    }
                }
                """);
    }

    @Test
    void aLiteralIsToldOfWhereItStands() {
        tester.check("""
                package sample;
                class TelemetrySettings {
                    private String telemetryApiKey = "phc_7Hq2mZx81LdPwT4sVb"; // BUG: HardcodedSecret
                    String getTelemetryApiKey() {
                        return telemetryApiKey;
                    }
                }
                """, """
                package sample;
                class Telemetry {
                    private final String apiKey;
                    Telemetry(TelemetrySettings settings) {
                        this.apiKey = settings.getTelemetryApiKey();
                    }
                }
                """);
    }

    @Test
    void silentOnNamesThatEndAsTheirConstantsAndInTestSupport() {
        tester.check("""
                package sample;
                interface Names {
                    String CSRF_TOKEN = "app4jCsrfToken";
                    String ACCESS_TOKEN = "x-app2-access-token";
                    String ADMIN_PASSWORD = "adminPassword1"; // BUG: HardcodedSecret
                }
                """, """
                package sample.test.util;
                interface Fixtures {
                    String MAC_SECRET = "7Hq2mZx81LdPwT4sVb90KcR3";
                }
                """);
    }
}
