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
}
