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
}
