package dev.keywright.checks.rules.material;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WeakMacTest {

    private final RuleTester tester = RuleTester.of(WeakMac.class);

    @Test
    void silentOnSoundMacs() {
        tester.check("""
                package sample;
                import javax.crypto.Mac;
                import java.util.Arrays;
                class Good {
                    void mac(byte[] data) throws Exception {
                        Mac m = Mac.getInstance("HmacSHA256");
                        byte[] tag = m.doFinal();
                        Arrays.copyOf(tag, 16);
                        java.security.MessageDigest.getInstance("SHA-256").digest(data);
                    }
                }
                """);
    }

    @Test
    void flagsWeakOnes() {
        tester.check("""
                package sample;
                import javax.crypto.Mac;
                import java.util.Arrays;
                class Bad {
                    private String apiKey;
                    void mac(String message) throws Exception {
                        Mac m = Mac.getInstance("HmacMD5"); // BUG: WeakMac
                        byte[] tag = m.doFinal();
                        Arrays.copyOf(tag, 8); // BUG: WeakMac
                        java.security.MessageDigest.getInstance("SHA-256").digest((apiKey + message).getBytes()); // BUG: WeakMac
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                import javax.crypto.Mac;
                class Configured {
                    // Which algorithm a configuration names is not in the source.
                    Mac configured(java.util.Properties properties) throws Exception {
                        return Mac.getInstance(properties.getProperty("mac.algorithm"));
                    }
                    // A key for a weak MAC is told by the MAC that it is used with, where that is in sight.
                    javax.crypto.KeyGenerator key() throws Exception {
                        return javax.crypto.KeyGenerator.getInstance("HmacSHA1");
                    }
                }
                """);
    }

    @Test
    void takesAKeyInPartsForNoMessage() {
        tester.check("""
                package sample;
                import java.security.MessageDigest;
                import java.security.SecureRandom;
                import java.util.Base64;
                class Keys {
                    record NewKey(String key) {}
                    private final NewKey kept = create("shop");
                    static NewKey create(String prefix) {
                        String id = random(8);
                        String secret = random(32);
                        String body = prefix + '_' + id + secret;
                        return new NewKey(body);
                    }
                    static String random(int length) {
                        byte[] bytes = new byte[length];
                        new SecureRandom().nextBytes(bytes);
                        return Base64.getUrlEncoder().encodeToString(bytes);
                    }
                    NewKey key() {
                        return kept;
                    }
                    static byte[] sha256(String text) throws Exception {
                        return MessageDigest.getInstance("SHA-256").digest(text.getBytes());
                    }
                }
                class Gate {
                    byte[] known(Keys keys) throws Exception {
                        return Keys.sha256(keys.key().key());
                    }
                    byte[] signed(String body) throws Exception {
                        return Keys.sha256(System.getenv("API_SECRET_KEY") + body); // BUG: WeakMac
                    }
                }
                """);
    }

    @Test
    void shortKeys() {
        tester.check("""
                package sample;
                import javax.crypto.KeyGenerator;
                class Keys {
                    KeyGenerator cipher() throws Exception {
                        KeyGenerator generator = KeyGenerator.getInstance("DES");
                        generator.init(56);
                        return generator;
                    }
                    KeyGenerator enough(int bits) throws Exception {
                        KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
                        generator.init(bits);
                        generator.init(128);
                        return generator;
                    }
                    KeyGenerator few() throws Exception {
                        KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
                        generator.init(64); // BUG: WeakMac
                        return generator;
                    }
                }
                """);
    }
}
