package dev.keywright.checks.flow;

import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.rules.material.HardcodedSecret;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is emptied or replaced holds its secret no more, unless it may not have been. */
class ResetsTest {

    private final RuleTester tester = RuleTester.of(SecretLogged.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text.setLength(0); log.info(text.toString());",
                "text.setLength(0); text.append(user); log.info(text.toString());",
                "map.clear(); log.info(\"{}\", map);",
                "map.remove(\"password\"); log.info(\"{}\", map);",
                "reference.set(user); log.info(reference.get());",
                "log.info(map.get(\"user\"));",
            })
    void silentOnWhatIsGone(String use) {
        check(use);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text.setLength(4); log.info(text.toString());",
                "if (user.isEmpty()) text.setLength(0); log.info(text.toString());",
                "text.setLength(0); text.append(vault.getPassword()); log.info(text.toString());",
                "if (user.isEmpty()) map.clear(); log.info(\"{}\", map);",
                "map.remove(\"user\"); log.info(\"{}\", map);",
                "map.clear(); map.put(\"password\", vault.getPassword()); log.info(\"{}\", map);",
                "log.info(map.remove(\"password\"));",
                "if (user.isEmpty()) reference.set(user); log.info(reference.get());",
            })
    void whatMayStillBeThereIsTold(String use) {
        check(use + " // BUG: SecretLogged");
    }

    /** An array that was filled under its other name holds no zeros. */
    @Test
    void silentOnAnArrayThatHasAnotherName() {
        RuleTester.of(HardcodedSecret.class).check("""
                package sample;
                import java.security.SecureRandom;
                import javax.crypto.spec.SecretKeySpec;
                class Sample {
                    private byte[] held;
                    Object local() {
                        byte[] key = new byte[16];
                        byte[] other = key;
                        new SecureRandom().nextBytes(other);
                        return new SecretKeySpec(key, "AES");
                    }
                    Object field() {
                        byte[] key = new byte[16];
                        this.held = key;
                        fill();
                        return new SecretKeySpec(key, "AES");
                    }
                    private void fill() {
                        new SecureRandom().nextBytes(held);
                    }
                    Object zeros() {
                        byte[] key = new byte[16];
                        return new SecretKeySpec(key, "AES"); // BUG: HardcodedSecret
                    }
                }
                """);
    }

    private void check(String use) {
        tester.check("""
                package sample;
                import java.util.*;
                import java.util.concurrent.atomic.AtomicReference;
                import org.slf4j.*;
                class Sample {
                    private static final Logger log = LoggerFactory.getLogger(Sample.class);
                    void use(String user, Vault vault) {
                        StringBuilder text = new StringBuilder();
                        text.append(user).append(vault.getPassword());
                        Map<String, String> map = new HashMap<>();
                        map.put("user", user);
                        map.put("password", vault.getPassword());
                        AtomicReference<String> reference = new AtomicReference<>();
                        reference.set(vault.getPassword());
                        %s
                    }
                }
                """.formatted(use));
    }
}
