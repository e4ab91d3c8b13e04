package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.adapters.spring.Shop.Answer;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.token.TokenService;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.SessionController;
import shop.ShopApplication;
import shop.Visits;

/** Log-ins are counted by how they end, whatever their shape, and the tokens that they give open what they should. */
@Timeout(60)
class SessionTest {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.start(
                List.of(ShopApplication.class, SessionController.class),
                Shop.WITHOUT_SECURITY,
                "keywright.tokens.prefix=shop",
                "keywright.hide-credentials=true");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void forget() {
        Visits.RUN.clear();
        ShopApplication.AUDIT.clear();
    }

    private static Answer login(String path, String account, String password) throws IOException {
        return post(path, "application/json", "{\"email\":\"" + account + "\",\"password\":\"" + password + "\"}");
    }

    /** Waits until the server has noted how the handler ended, which it does after its answer is on its way. */
    private static Answer post(String path, String type, String body) throws IOException {
        long before = ended();
        Answer answer = shop.post(path, type, body);
        boolean ran = !List.of(400, 413, 429).contains(answer.status());
        while (ran && ended() == before) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static long ended() {
        return shop.context().getBean(Keywright.class).handlerOutcomes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String token(String owner, String... scopes) throws Exception {
        return "Authorization: Bearer "
                + shop.context()
                        .getBean(TokenService.class)
                        .issue(owner, Set.of(scopes))
                        .accessToken();
    }

    @Test
    void two_wrong_passwords_lock_the_account_here_before_the_handler_runs() throws IOException {
        assertThat(login("/login", "ada", "wrong").status()).isEqualTo(401);
        assertThat(login("/login", "ADA", "wrong").status()).isEqualTo(401);
        Visits.RUN.clear();
        Answer locked = login("/login", "ada", "right");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(3_500, 3_600);
        assertThat(locked.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Visits.RUN).isEmpty();
        assertThat(ShopApplication.AUDIT.stream().map(event -> event.reason()))
                .containsExactly(Reason.LOGIN_FAILED, Reason.LOGIN_FAILED, Reason.LOGIN_LOCKED);
    }

    @Test
    void an_account_that_nobody_has_is_locked_alike() throws IOException {
        Answer known = null;
        Answer unknown = null;
        for (int i = 0; i < 3; i++) {
            known = login("/login", "bob", "wrong");
            unknown = login("/login", "nobody-at-all", "wrong");
            assertThat(unknown.status()).isEqualTo(known.status());
        }
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    @Test
    void a_right_password_is_never_charged() throws IOException {
        for (int i = 0; i < 6; i++) {
            assertThat(login("/login", "cleo", "right").status()).isEqualTo(200);
        }
        assertThat(login("/login", "cleo", "wrong").status()).isEqualTo(401);
        assertThat(login("/login", "cleo", "right").status()).isEqualTo(200);
        assertThat(login("/login", "cleo", "wrong").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/async", "/login/future", "/login/throws"})
    void however_the_handler_says_no_it_counts(String path) throws IOException {
        assertThat(login(path, "dora", "right").status()).isEqualTo(200);
        assertThat(login(path, "dora", "right").status()).isEqualTo(200);
        assertThat(login(path, "dora", "right").status()).isEqualTo(200);
        assertThat(login(path, "dora", "wrong").status()).isEqualTo(401);
        assertThat(login(path, "dora", "wrong").status()).isEqualTo(401);
        assertThat(login(path, "dora", "right").status()).isEqualTo(429);
    }

    @Test
    void a_handler_that_breaks_does_not_give_the_attempt_back() throws IOException {
        assertThat(login("/login/throws", "eve", "broken").status()).isEqualTo(500);
        assertThat(login("/login/throws", "eve", "broken").status()).isEqualTo(500);
        assertThat(login("/login/throws", "eve", "right").status()).isEqualTo(429);
    }

    @Test
    void a_redirect_counts_as_a_failure_unless_the_handler_says_otherwise() throws IOException {
        String form = "application/x-www-form-urlencoded";
        for (int i = 0; i < 4; i++) {
            Answer right = post("/login/form", form, "username=fay&password=right");
            assertThat(right.header("Location")).isEqualTo("/orders");
        }
        for (int i = 0; i < 2; i++) {
            assertThat(post("/login/form", form, "username=fay&password=wrong").header("Location"))
                    .isEqualTo("/login?error");
        }
        assertThat(post("/login/form", form, "username=fay&password=right").status())
                .isEqualTo(429);
    }

    @Test
    void an_answer_of_200_is_a_failure_when_the_handler_says_so() throws IOException {
        assertThat(login("/login/polite", "gus", "wrong").body()).isEqualTo("sorry");
        assertThat(login("/login/polite", "gus", "wrong").body()).isEqualTo("sorry");
        assertThat(login("/login/polite", "gus", "right").status()).isEqualTo(429);
        assertThat(login("/login/polite", "hal", "right").body()).isEqualTo("welcome");
    }

    @Test
    void a_body_that_names_two_accounts_reaches_no_handler() throws IOException {
        String json = "application/json";
        assertThat(post("/login", json, "{\"email\":\"a\",\"email\":\"b\",\"password\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post("/login", json, "{\"email\":\"a\",\"Email\":\"b\",\"password\":\"x\"}")
                        .status())
                .isEqualTo(400);
        String form = "application/x-www-form-urlencoded";
        assertThat(post("/login/form", form, "username=a&username=b&password=x").status())
                .isEqualTo(400);
        assertThat(post("/login/form?username=b", form, "username=a&password=x").status())
                .isEqualTo(400);
        assertThat(post("/login", json, "{\"email\":\"" + "a".repeat(1_100) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(Visits.RUN).isEmpty();
    }

    @Test
    void a_token_opens_what_it_may_and_nothing_else() throws Exception {
        assertThat(shop.get("/me").status()).isEqualTo(401);
        assertThat(shop.get("/me").header("WWW-Authenticate")).isEqualTo("Bearer realm=\"api\"");
        assertThat(shop.get("/me", "Authorization: Bearer nonsense").status()).isEqualTo(401);
        Answer poor = shop.get("/me", token("ada", "orders:write"));
        assertThat(poor.status()).isEqualTo(403);
        assertThat(poor.header("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(shop.get("/me", token("ada", "orders:*")).body()).isEqualTo("ada [BEARER]");
        String issued = login("/login", "ivy", "right").body();
        assertThat(shop.get("/me", "Authorization: Bearer " + issued).body()).isEqualTo("ivy [BEARER]");
        shop.context().getBean(TokenService.class).revokeOwner("ivy");
        assertThat(shop.get("/me", "Authorization: Bearer " + issued).status()).isEqualTo(401);
    }

    @Test
    void a_key_or_a_token_is_taken_and_hidden_but_not_both() throws Exception {
        String key = "X-API-Key: " + shop.key();
        String token = token("ada");
        assertThat(shop.get("/either", key, token).status()).isEqualTo(401);
        assertThat(shop.get("/either", key).body()).isEqualTo("alice hidden");
        assertThat(shop.get("/either", token).body()).isEqualTo("ada hidden");
    }

    @Test
    void a_log_in_is_not_handed_to_an_endpoint_that_is_none() throws Exception {
        assertThat(shop.get("/no-login", token("ada")).status()).isEqualTo(500);
    }
}
