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

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Accounts {
                    private com.acme.AccountRepository accounts;
                    // Which fields of an object become JSON is not followed.
                    @GetMapping("/accounts/{id}")
                    Account account(@PathVariable long id) {
                        return new Account(accounts.find(id));
                    }
                    static class Account {
                        public String passwordHash;
                        Account(com.acme.Row row) {
                            this.passwordHash = row.text("password_hash");
                        }
                    }
                }
                """);
    }
}
