package dev.keywright.checks.rules.leak;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SecretInResponseTest {

    private final RuleTester tester = RuleTester.of(SecretInResponse.class);

    @Test
    void silentOnTheAnswerThatIssues() {
        tester.check("""
                package sample;
                import org.springframework.web.bind.annotation.*;
                class Keys {
                    private String apiKey;
                    @PostMapping("/keys") String createKey() { return apiKey; }
                    @GetMapping("/name") String name() { return "x"; }
                }
                """);
    }

    @Test
    void flagsStoredSecrets() {
        tester.check("""
                package sample;
                import org.springframework.web.bind.annotation.*;
                class Keys {
                    private String apiKey;
                    @GetMapping("/keys") String show() { return apiKey; } // BUG: SecretInResponse
                }
                """);
    }
}
