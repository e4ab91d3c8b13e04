package dev.keywright.checks.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same sources get the same answer in every process: what is inside of a value keeps the order in which it was put there. */
class OrderTest {

    private final RuleTester tester = RuleTester.of(SecretLogged.class);

    @ParameterizedTest
    @ValueSource(strings = {"abcdef", "fedcba", "uvwxyz", "qaywsx"})
    void ofManySecretsInAMapTheFirstIsNamed(String keys) {
        String source = """
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Show {
                    private static final Logger log = LoggerFactory.getLogger(Show.class);
                    void show(Vault vault) {
                        Map<String, String> all = new HashMap<>();
                        all.put("0", vault.getPassword());
                        all.put("1", vault.getClientSecret());
                        all.put("2", vault.getApiKey());
                        all.put("3", vault.getPrivateKey());
                        all.put("4", vault.getAccessToken());
                        all.put("5", vault.getPassphrase());
                        log.info("settings {}", all); // BUG: SecretLogged
                    }
                }
                """;
        for (int i = 0; i < keys.length(); i++) {
            source = source.replace("\"" + i + "\"", "\"" + keys.charAt(i) + "\"");
        }

        assertThat(tester.check(source))
                .allSatisfy(finding -> assertThat(finding.message()).startsWith("'Password'"));
    }
}
