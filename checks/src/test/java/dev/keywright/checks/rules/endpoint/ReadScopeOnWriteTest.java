package dev.keywright.checks.rules.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadScopeOnWriteTest {

    private static final RuleTester TESTER = RuleTester.of(ReadScopeOnWrite.class);
    private static final String HEAD = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            """;

    @Test
    void readingAndWritingScopesInTheirPlacesAreSilent() {
        TESTER.check(HEAD + """
                class Orders {
                    @GetMapping("/a") @ApiKeyProtected(scopes = "orders:read") String a() { return ""; }
                    @PostMapping("/b") @ApiKeyProtected(scopes = "orders:write") void b() {}
                    @PostMapping("/c") @ApiKeyProtected(scopes = {"orders:read", "orders:create"}) void c() {}
                    @PutMapping("/d") @ApiKeyProtected(scopes = "orders:*") void d() {}
                    @DeleteMapping("/e") @ApiKeyProtected void e() {}
                    @PostMapping("/f") @ApiKeyProtected(scopes = "read-write") void f() {}
                    @PostMapping("/g") @ApiKeyProtected(scopes = "admin:read.manage") void g() {}
                    @RequestMapping("/h") @ApiKeyProtected(scopes = "orders:read") void h() {}
                    @PostMapping("/j") @ApiKeyProtected(scopes = "search:index") void j() {}
                    @PostMapping("/k") @ApiKeyProtected(scopes = "spread") void k() {}
                }
                """);
    }

    @Test
    void queriesByPostAreSilent() {
        TESTER.check(HEAD + """
                class Orders {
                    @PostMapping("/orders/search") @ApiKeyProtected(scopes = "orders:read") String a() { return ""; }
                    @PostMapping("/orders/_search") @ApiKeyProtected(scopes = "orders:read") String b() { return ""; }
                    @PostMapping("/graphql") @ApiKeyProtected(scopes = "orders:read") String c() { return ""; }
                    @PostMapping("/orders") @ApiKeyProtected(scopes = "orders:read") String findByIds() { return ""; }
                    @PostMapping("/orders/export") @ApiKeyProtected(scopes = "orders:read") String e() { return ""; }
                }
                """);
    }

    @Test
    void aSecondMechanismSilencesIt() {
        TESTER.check(HEAD + """
                class Orders {
                    @PostMapping("/a") @ApiKeyProtected(scopes = "orders:read") @HmacSigned(secret = "s") void a() {}
                }
                """);
    }

    @Test
    void readScopesOnWritesAreErrorsAtTheScope() {
        List<Finding> findings = TESTER.check(HEAD + """
                class Orders {
                    @PostMapping("/a")
                    @ApiKeyProtected(scopes = "orders:read") // BUG: ReadScopeOnWrite
                    void a() {}
                    @DeleteMapping("/search")
                    @ApiKeyProtected(scopes = {"read:orders", "items.view"}) // BUG: ReadScopeOnWrite
                    void b() {}
                    @RequestMapping(value = "/c", method = {RequestMethod.PUT, RequestMethod.PATCH})
                    @AnyOf(apiKey = {@ApiKeyProtected(scopes = "readonly"), @ApiKeyProtected(scopes = "write")}) // BUG: ReadScopeOnWrite
                    void c() {}
                }
                """);
        assertThat(findings.get(0).message())
                .isEqualTo("POST /a changes something, but the scope 'orders:read' that it asks for is for reading;"
                        + " ask for one that is for writing, as 'orders:write'");
    }

    @Test
    void scopesOfTheClassAreReportedAtTheMethod() {
        TESTER.check(HEAD + """
                @ApiKeyProtected(scopes = "orders:read")
                class Orders {
                    @GetMapping("/a") String a() { return ""; }
                    @PatchMapping("/a")
                    void change() {} // BUG: ReadScopeOnWrite
                }
                """);
    }

    /** Missed: a scope whose word is not English, and a GET that changes something. */
    @Test
    void knownLimits() {
        TESTER.check(HEAD + """
                class Orders {
                    @PostMapping("/a") @ApiKeyProtected(scopes = "bestellungen:lesen") void a() {}
                    @GetMapping("/b/delete") @ApiKeyProtected(scopes = "orders:read") void deleteAll() {}
                }
                """);
    }
}
