package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.token.TokenService;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.Visits;
import shop.security.SecuredShop;
import shop.security.SessionShop;

/** The caller is Spring Security's Authentication, for its filter chain and for method security. */
class SecurityTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.startWithSecurity(SecuredShop.class, "keywright.tokens.prefix=shop");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void forget() {
        Visits.RUN.clear();
    }

    @Test
    void without_a_key_the_guard_answers_before_the_security_chain_does() throws IOException {
        assertThat(shop.get("/orders").status()).isEqualTo(401);
        assertThat(shop.get("/orders").body()).contains("\"status\":401");
    }

    @Test
    void an_authorization_rule_sees_the_callers_scopes() throws IOException {
        assertThat(shop.get("/orders", "X-API-Key: " + shop.key("orders:read")).body())
                .isEqualTo("orders of alice");
        assertThat(shop.get("/limited", "X-API-Key: " + shop.key()).status()).isEqualTo(403);
        assertThat(shop.get("/limited", "X-API-Key: " + shop.key("limited:use")).status())
                .isEqualTo(200);
    }

    @Test
    void method_security_sees_the_callers_scopes() throws IOException {
        assertThat(shop.get("/secured", "X-API-Key: " + shop.key()).status()).isEqualTo(403);
        assertThat(shop.get("/secured", "X-API-Key: " + shop.key("secured:use")).body())
                .isEqualTo("CallerAuthentication alice");
    }

    @Test
    void the_owner_of_a_token_is_the_authentication() throws Exception {
        TokenService tokens = shop.context().getBean(TokenService.class);
        String poor = tokens.issue("ada", Set.of()).accessToken();
        String rich = tokens.issue("ada", Set.of("secured:use")).accessToken();
        assertThat(shop.get("/secured/token").status()).isEqualTo(401);
        assertThat(shop.get("/secured/token", "Authorization: Bearer " + poor).status())
                .isEqualTo(403);
        assertThat(shop.get("/secured/token", "Authorization: Bearer " + rich).body())
                .isEqualTo("CallerAuthentication ada");
    }

    @Test
    void method_security_sees_a_caller_who_was_admitted_at_the_second_door() throws IOException {
        assertThat(shop.get("/side/secured").status()).isEqualTo(401);
        assertThat(shop.get("/side/secured", "X-API-Key: " + shop.key("secured:use"))
                        .body())
                .isEqualTo("CallerAuthentication alice");
    }

    @Test
    void the_principal_is_the_authentication_and_the_caller_still_the_caller() throws IOException {
        assertThat(shop.get("/principal", "X-API-Key: " + shop.key()).body())
                .isEqualTo("CallerAuthentication alice null");
        assertThat(shop.get("/slow", "X-API-Key: " + shop.key()).body()).isEqualTo("slow alice");
    }

    @Test
    void a_key_needs_no_csrf_token_and_a_session_still_does() throws IOException {
        assertThat(shop.post(
                                "/orders",
                                "application/json",
                                "{\"item\":\"tea\",\"amount\":1}",
                                "X-API-Key: " + shop.key("orders:write"))
                        .body())
                .isEqualTo("created tea");
        assertThat(shop.post("/side/action", "application/x-www-form-urlencoded", "action=other")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void no_session_keeps_a_caller_who_has_to_prove_it_with_every_request() throws IOException {
        try (Shop sessions = Shop.startWithSecurity(SessionShop.class, "keywright.tokens.prefix=shop")) {
            Shop.Answer first = sessions.get("/secured", "X-API-Key: " + sessions.key("secured:use"));
            assertThat(first.status()).isEqualTo(200);
            String cookie = first.header("Set-Cookie").split(";")[0];
            assertThat(cookie).startsWith("JSESSIONID=");
            assertThat(sessions.get("/whoami", "Cookie: " + cookie).body()).isEqualTo("anonymousUser");
        }
    }

    @Test
    void nothing_is_left_on_the_thread() throws IOException {
        shop.get("/secured", "X-API-Key: " + shop.key("secured:use"));
        shop.get("/side/secured", "X-API-Key: " + shop.key("secured:use"));
        for (int i = 0; i < 20; i++) {
            assertThat(shop.get("/whoami").body()).isEqualTo("anonymousUser");
        }
    }
}
