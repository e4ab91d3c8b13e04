package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.client.StandardWebhooksSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.secret.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import shop.accounts.Accounts;

/** The shop on a real socket. Each test has a key of its own, and with it a limit of its own. */
class ShopTest {

    private static final byte[] SECRET = "a secret of the test, at least 32 bytes".getBytes(StandardCharsets.UTF_8);
    private static final MemoryKeyStore KEYS = new MemoryKeyStore();

    /** Whether the shop runs already. Its clock then leaves the past, so that today's signatures are not of its first seconds. */
    private static volatile boolean running;

    private static ConfigurableApplicationContext context;
    private static URI shop;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String reader = "";
    private String writer = "";

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(ShopApplication.class);
        application.setAllowBeanDefinitionOverriding(true);
        application.addInitializers(made -> override((GenericApplicationContext) made));
        context = application.run("--server.port=0");
        running = true;
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        shop = URI.create("http://127.0.0.1:" + port);
    }

    private static void override(GenericApplicationContext made) {
        made.registerBean(
                "testClock", InstantSource.class, () -> () -> Instant.now().minusSeconds(running ? 0 : 60));
        made.registerBean("testKeys", KeyStore.class, () -> KEYS, definition -> definition.setPrimary(true));
        made.registerBean(
                "testSecrets",
                Secrets.class,
                () -> Secrets.of(Map.of(
                        "payments-webhook",
                        "hex:" + HexFormat.of().formatHex(SECRET),
                        "parcels-webhook",
                        "whsec_" + Base64.getEncoder().encodeToString(SECRET))),
                definition -> definition.setPrimary(true));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void keys() {
        reader = key("orders:read");
        writer = key("orders:read", "orders:write");
    }

    private static String key(String... scopes) {
        NewApiKey made = ApiKeys.create("test", "tester").with(record -> record.scopes(scopes));
        KEYS.put(made.record());
        return made.key();
    }

    @Test
    void healthIsOpen() throws Exception {
        assertThat(get("/health", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void ordersAskForAKey() throws Exception {
        HttpResponse<String> refused = get("/orders", Map.of());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(get("/orders", Map.of("X-API-Key", "nonsense")).statusCode()).isEqualTo(401);
        assertThat(get("/orders", Map.of("X-API-Key", key("orders:read"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void placingAnOrderAsksForItsScope() throws Exception {
        String order = "{\"item\":\"tea\",\"quantity\":2}";
        assertThat(post("/orders", order, Map.of("X-API-Key", reader)).statusCode())
                .isEqualTo(403);
        HttpResponse<String> placed = post("/orders", order, Map.of("X-API-Key", writer));
        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.body()).contains("\"cents\":2580");
        assertThat(post("/orders", "{\"item\":\"\",\"quantity\":2}", Map.of("X-API-Key", writer))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusalsComeBeforeTheBodyIsParsed() throws Exception {
        assertThat(post("/orders", "{broken", Map.of("X-API-Key", "nonsense")).statusCode())
                .isEqualTo(401);
        assertThat(post("/orders", "{broken", Map.of("X-API-Key", writer)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void oneKeysLimitIsNotAnothers() throws Exception {
        HttpResponse<String> answer = get("/orders", Map.of("X-API-Key", reader));
        for (int i = 0; i < 100 && answer.statusCode() == 200; i++) {
            answer = get("/orders", Map.of("X-API-Key", reader));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                .isPositive();
        assertThat(get("/orders", Map.of("X-API-Key", writer)).statusCode()).isEqualTo(200);
    }

    @Test
    void aWebhookIsTakenOnceAndUnchanged() throws Exception {
        String paid = "{\"order\":1,\"cents\":2580}";
        Map<String, String> signature = sign(paid);
        assertThat(post("/webhooks/payments", paid, signature).statusCode()).isEqualTo(200);
        assertThat(post("/webhooks/payments", paid, signature).statusCode()).isEqualTo(401);
        assertThat(post("/webhooks/payments", "{\"order\":1,\"cents\":1}", sign(paid))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/webhooks/payments", paid, Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void aParcelsMessageIsTakenOnceAndItsRetryIsKnown() throws Exception {
        String moved = "{\"order\":1,\"status\":\"delivered\"}";
        byte[] body = moved.getBytes(StandardCharsets.UTF_8);
        String secret = "whsec_" + Base64.getEncoder().encodeToString(SECRET);
        Map<String, String> first =
                new StandardWebhooksSigner(secret, () -> Instant.now().minusSeconds(5)).headers("msg_1", body);
        Map<String, String> retry = new StandardWebhooksSigner(secret).headers("msg_1", body);
        assertThat(post("/webhooks/parcels", moved, first).body()).contains("\"noted\":\"now\"");
        assertThat(post("/webhooks/parcels", moved, first).statusCode()).isEqualTo(401);
        assertThat(post("/webhooks/parcels", moved, retry).body()).contains("\"noted\":\"before\"");
        assertThat(post("/webhooks/parcels", moved.replace("delivered", "lost"), first)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLogInGivesTokensThatOpenTheAccount() throws Exception {
        context.getBean(Accounts.class).put("grace@shop.example", "correct horse");
        assertThat(get("/account", Map.of()).statusCode()).isEqualTo(401);
        HttpResponse<String> opened = logIn("grace@shop.example", "correct horse");
        assertThat(opened.statusCode()).isEqualTo(200);
        HttpResponse<String> account = account(opened);
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(account.body()).contains("grace@shop.example");
        HttpResponse<String> refreshed = refresh(opened);
        assertThat(account(refreshed).statusCode()).isEqualTo(200);
        assertThat(refresh(opened).statusCode()).isEqualTo(401);
        assertThat(account(refreshed).statusCode()).isEqualTo(401);
        assertThat(account(opened).statusCode()).isEqualTo(401);
    }

    @Test
    void guessingIsPutOffAndThenLockedWhetherTheAccountExistsOrNot() throws Exception {
        context.getBean(Accounts.class).put("alan@shop.example", "correct horse");
        for (String account : List.of("alan@shop.example", "nobody@shop.example")) {
            for (int i = 0; i < 3; i++) {
                assertThat(logIn(account, "guess" + i).statusCode()).isEqualTo(401);
            }
            HttpResponse<String> delayed = logIn(account, "correct horse");
            assertThat(delayed.statusCode()).isEqualTo(429);
            assertThat(delayed.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    private HttpResponse<String> logIn(String email, String password) throws Exception {
        return post("/sessions", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}", Map.of());
    }

    private HttpResponse<String> refresh(HttpResponse<String> session) throws Exception {
        return post("/sessions/refresh", "{\"refreshToken\":\"" + member(session, "refreshToken") + "\"}", Map.of());
    }

    private HttpResponse<String> account(HttpResponse<String> session) throws Exception {
        return get("/account", Map.of("Authorization", "Bearer " + member(session, "accessToken")));
    }

    private static String member(HttpResponse<String> answer, String name) {
        return answer.body().replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private static Map<String, String> sign(String body) {
        return new Rfc9421Signer("payments-webhook", SECRET)
                .headers(
                        "POST",
                        shop.resolve("/webhooks/payments"),
                        "application/json",
                        body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        return send(HttpRequest.newBuilder(shop.resolve(path)), headers);
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> headers) throws Exception {
        return send(
                HttpRequest.newBuilder(shop.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) throws Exception {
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
