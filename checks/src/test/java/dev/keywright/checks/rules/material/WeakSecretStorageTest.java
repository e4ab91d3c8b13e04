package dev.keywright.checks.rules.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WeakSecretStorageTest {

    private final RuleTester tester = RuleTester.of(WeakSecretStorage.class);

    @Test
    void warnsOnlyWhereALoopGoesOnWithTheHash() {
        var findings = tester.check("""
                package sample;
                import java.security.MessageDigest;
                class Hashes {
                    static byte[] slow(MessageDigest digest, String password, byte[] salt, int rounds) throws Exception {
                        digest.update(salt);
                        byte[] hash = digest.digest(password.getBytes()); // BUG: WeakSecretStorage
                        for (int i = 0; i < rounds; i++) {
                            digest.reset();
                            digest.update(hash);
                            hash = digest.digest(salt);
                        }
                        return hash;
                    }
                    static byte[] fast(MessageDigest digest, String password, int rounds) {
                        for (int i = 0; i < rounds; i++) {
                            digest.reset();
                        }
                        return digest.digest(password.getBytes()); // BUG: WeakSecretStorage
                    }
                }
                """);
        assertThat(findings)
                .extracting(finding -> finding.location().start().line() + " " + finding.severity())
                .containsExactlyInAnyOrder("6 WARNING", "18 ERROR");
    }

    @Test
    void warnsOnlyOfADigestOfItsOwnThatRepeats() {
        var findings = tester.check("""
                package sample;
                import java.security.MessageDigest;
                class Encryptor {
                    static class Digester {
                        private int iterations = 1000;
                        byte[] digest(byte[] message) throws Exception {
                            MessageDigest md = MessageDigest.getInstance("MD5");
                            byte[] digest = md.digest(message);
                            for (int i = 1; i < iterations; i++) {
                                digest = md.digest(digest);
                            }
                            return digest;
                        }
                    }
                    private final Digester digester = new Digester();
                    byte[] encryptPassword(byte[] password) throws Exception {
                        return digester.digest(password); // BUG: WeakSecretStorage
                    }
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }

    @Test
    void silentOnTheAnswerToAChallenge() {
        tester.check("""
                package sample;
                import java.nio.charset.StandardCharsets;
                import java.security.MessageDigest;
                class BCryptPbkdf {
                    static byte[] derive(byte[] password) throws Exception {
                        return MessageDigest.getInstance("SHA-512").digest(password);
                    }
                }
                class NativePlugin {
                    static byte[] scrambled(String password, byte[] seed) throws Exception {
                        MessageDigest sha = MessageDigest.getInstance("SHA-1");
                        byte[] first = sha.digest(password.getBytes(StandardCharsets.UTF_8));
                        sha.update(seed);
                        return sha.digest(first);
                    }
                    static byte[] stored(String password) throws Exception {
                        MessageDigest sha = MessageDigest.getInstance("SHA-1");
                        return sha.digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
                    }
                }
                """);
    }

    @Test
    void silentOnSlowHashesAndOtherData() {
        tester.check("""
                package sample;
                import javax.crypto.spec.PBEKeySpec;
                class Good {
                    void store(String password, byte[] salt, byte[] file) throws Exception {
                        new PBEKeySpec(password.toCharArray(), salt, 600000, 256);
                        java.security.MessageDigest.getInstance("SHA-256").digest(file);
                    }
                }
                """);
    }

    @Test
    void flagsFastHashesAndFewIterations() {
        tester.check("""
                package sample;
                import javax.crypto.spec.PBEKeySpec;
                class Accounts {
                    byte[] store(String password, byte[] salt) throws Exception {
                        new PBEKeySpec(password.toCharArray(), salt, 1000, 256); // BUG: WeakSecretStorage
                        return java.security.MessageDigest.getInstance("SHA-256").digest(password.getBytes()); // BUG: WeakSecretStorage
                    }
                }
                @jakarta.persistence.Entity
                class Client {
                    private String apiKey; // BUG: WeakSecretStorage
                    private String apiKeyHash;
                }
                """);
    }

    @Test
    void silentOnQuestionsToAListOfLeakedPasswords() {
        tester.check("""
                package sample;
                import java.security.MessageDigest;
                class LeakedPasswordChecker {
                    private MessageDigest sha1;
                    boolean isKnown(String password) {
                        byte[] hash = sha1.digest(password.getBytes());
                        return java.util.HexFormat.of().formatHex(hash).startsWith("00");
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Registration {
                    private com.acme.Users users;
                    // That an object is kept as it came shows only in the repository's code.
                    void register(com.acme.User user, String password) {
                        user.setPassword(password);
                        users.save(user);
                    }
                }
                """);
    }

    @Test
    void aHashIsToldOfInTheHelperThatMakesIt() {
        tester.check("""
                package sample;
                import java.nio.charset.StandardCharsets;
                import java.security.*;
                import java.util.*;
                class Accounts {
                    static String sha256(String password, String salt) throws Exception {
                        MessageDigest digest = MessageDigest.getInstance("SHA-256");
                        digest.update(salt.getBytes(StandardCharsets.UTF_8));
                        return Base64.getEncoder().encodeToString(digest.digest(password.getBytes(StandardCharsets.UTF_8))); // BUG: WeakSecretStorage
                    }
                    String kept(String password, String salt) throws Exception {
                        return sha256(password, salt) + " " + salt;
                    }
                    static String md5(String text) throws Exception {
                        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
                    }
                    String old(String password) throws Exception {
                        return md5(password); // BUG: WeakSecretStorage
                    }
                }
                """);
    }

    @Test
    void silentOnConfigurationsThatSealOrOnlyNameTheSecret() {
        tester.check("""
                package sample;
                import hudson.util.Secret;
                import org.kohsuke.stapler.DataBoundConstructor;
                class Publisher {
                    private final Secret password;
                    private final String passwordId;
                    private final String credentialsId;
                    private transient String apiToken;
                    @Deprecated private String oldPassword;
                    private static final String PASSWORD = "password";
                    @DataBoundConstructor
                    Publisher(Secret password, String passwordId, String credentialsId) {
                        this.password = password;
                        this.passwordId = passwordId;
                        this.credentialsId = credentialsId;
                    }
                }
                class Holder {
                    private String password;
                }
                """);
    }

    @Test
    void flagsPasswordsThatJenkinsWritesDown() {
        tester.check("""
                package sample;
                import org.kohsuke.stapler.DataBoundConstructor;
                import org.kohsuke.stapler.DataBoundSetter;
                class Notifier {
                    private final String url;
                    private final String password; // BUG: WeakSecretStorage
                    private String apiToken; // BUG: WeakSecretStorage
                    @DataBoundConstructor
                    Notifier(String url, String password) {
                        this.url = url;
                        this.password = password;
                    }
                    @DataBoundSetter
                    void setApiToken(String apiToken) { this.apiToken = apiToken; }
                }
                """);
    }

    @Test
    void anEncoderThatAnswersWhatItWasHandedKeepsPasswordsReadable() {
        tester.check("""
                package sample;
                import org.springframework.context.annotation.*;
                import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
                import org.springframework.security.crypto.password.PasswordEncoder;
                class Encoders {
                    PasswordEncoder slow() {
                        return new PasswordEncoder() {
                            private final PasswordEncoder inner = new BCryptPasswordEncoder();
                            public String encode(CharSequence raw) { return inner.encode(raw.toString()); }
                            public boolean matches(CharSequence raw, String kept) { return inner.matches(raw, kept); }
                        };
                    }
                    PasswordEncoder plain() {
                        return new PasswordEncoder() {
                            public String encode(CharSequence raw) { return raw.toString(); } // BUG: WeakSecretStorage
                            public boolean matches(CharSequence raw, String kept) { return slow().matches(raw, kept); }
                        };
                    }
                    static class Named implements PasswordEncoder {
                        public String encode(CharSequence password) {
                            return String.valueOf(password); // BUG: WeakSecretStorage
                        }
                        public boolean matches(CharSequence raw, String kept) { return false; }
                    }
                    static class Other {
                        String encode(CharSequence raw) { return raw.toString(); }
                    }
                }
                """);
    }

    @Test
    void passwordsThatADatabaseCompares() {
        tester.check("""
                package sample;
                import java.sql.*;
                class Accounts {
                    void keep(Connection db, String name, String password) throws SQLException {
                        PreparedStatement kept = db.prepareStatement("UPDATE users SET password = ? WHERE name = ?");
                        kept.setString(1, password);
                        kept.setString(2, name);
                    }
                    void byHash(Connection db, String password) throws SQLException {
                        PreparedStatement asked = db.prepareStatement("SELECT 1 FROM users WHERE enc_password = ?");
                        asked.setString(1, password);
                    }
                    void byName(Connection db, String name) throws SQLException {
                        PreparedStatement asked = db.prepareStatement("SELECT password FROM users WHERE name = ?");
                        asked.setString(1, name);
                    }
                    void bad(Connection db, String name, String password) throws SQLException {
                        PreparedStatement asked =
                                db.prepareStatement("SELECT 1 FROM users WHERE name = ? AND password = ?");
                        asked.setString(1, name);
                        asked.setString(2, password); // BUG: WeakSecretStorage
                    }
                }
                """);
    }
}
