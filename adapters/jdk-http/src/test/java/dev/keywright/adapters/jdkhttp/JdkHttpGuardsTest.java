package dev.keywright.adapters.jdkhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.StartRefusedException;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdkHttpGuardsTest {

    private static final byte[] SECRET = "a-secret-of-more-than-32-bytes-for-tests".getBytes(StandardCharsets.UTF_8);

    private final BlockingQueue<AuditEvent> events = new LinkedBlockingQueue<>();
    private final NewApiKey key = ApiKeys.create("shop", "acme").with(record -> record.scopes("orders:*"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    private Keywright.Builder builder() {
        return Keywright.builder()
                .keyStore(new MemoryKeyStore().put(key.record()))
                .secrets(Secrets.of(Map.of("shop-webhook", "a=" + new String(SECRET, StandardCharsets.UTF_8))))
                .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(100))
                .withoutFailureThrottle()
                .auditSink(events::add);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Keywright serve() {
        Keywright keywright = builder().build();
        server.createContext("/echo", JdkHttpGuards.protect(keywright, new EchoHandler()));
        server.createContext("/hook", JdkHttpGuards.protect(keywright, new HookHandler()));
        return keywright;
    }

    private String raw(String request) throws IOException {
        return RawClient.send(server.getAddress(), request);
    }

    private static String get(String headers) {
        return "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String withoutVariables(String answer) {
        return answer.replaceAll("(?m)^Date: .*$", "Date").replaceAll("(?mi)^X-Request-Id: .*$", "Id");
    }

    @Test
    void refusesEveryBadCredentialWithTheSameBytes() throws Exception {
        serve();
        String uniform = withoutVariables(raw(get("")));
        assertThat(uniform)
                .startsWith("HTTP/1.1 401 ")
                .containsIgnoringCase("Www-Authenticate: ApiKey header=\"X-API-Key\"")
                .contains("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
        String good = key.key();
        for (String headers : List.of(
                "X-API-Key: \r\n",
                "X-API-Key: garbage\r\n",
                "X-API-Key: " + ApiKeys.create("shop", "x").key() + "\r\n",
                "X-API-Key: " + good + "\u00e9\r\n",
                "X-API-Key: \u00ff\u00fe\u0080\r\n",
                "X-API-Key: " + good + "\r\nX-API-Key: " + good + "\r\n",
                "X-API-Key: " + good + "\r\nx-api-key: other\r\n",
                "X-API-Key: " + good + "\r\nAuthorization: ApiKey " + good + "\r\n",
                "Authorization: Bearer " + good + "\r\n",
                "X-API-Key: " + good + ", " + good + "\r\n")) {
            assertThat(withoutVariables(raw(get(headers)))).as(headers).isEqualTo(uniform);
        }
        assertThat(withoutVariables(
                        raw("GET /echo?api_key=" + good + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .isEqualTo(uniform);
        assertThat(events.toString()).doesNotContain(good);
    }

    @Test
    void refusesBeforeTheBodyArrivesAndClosesTheConnection() throws Exception {
        serve();
        String answer =
                raw("POST /echo HTTP/1.1\r\nHost: localhost\r\nX-API-Key: bad\r\nContent-Length: 1000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 401 ").containsIgnoringCase("Connection: close");
    }

    @Test
    void takesNothingOfAnUnreadBodyForTheNextRequest() throws Exception {
        serve();
        String smuggled = "GET /echo HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key.key() + "\r\n\r\n";
        String answer = raw("POST /echo HTTP/1.1\r\nHost: localhost\r\nX-API-Key: bad\r\nContent-Length: "
                + smuggled.length() + "\r\n\r\n" + smuggled);
        assertThat(answer).startsWith("HTTP/1.1 401 ").doesNotContain("200 OK");
    }

    @Test
    void answersHeadWithTheStatusAloneAndGuardsItToo() throws Exception {
        serve();
        String head = "HEAD /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        assertThat(raw(head + "\r\n")).startsWith("HTTP/1.1 401 ").endsWith("\r\n\r\n");
        assertThat(raw(head + "X-API-Key: " + key.key() + "\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesLoopbackThatForwardsForSomeone() throws Exception {
        serve();
        assertThat(raw(get("X-API-Key: " + key.key() + "\r\nX-Forwarded-For: 203.0.113.9\r\n")))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void admitsAKeyAndTellsTheHandlerWhoCalled() throws Exception {
        Keywright keywright = serve();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/echo"))
                        .header("X-API-Key", key.key())
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("acme|keywright:acme|acme (key " + key.record().id() + ")|shown|{}");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(keywright.outcomes()).containsEntry(Reason.ADMITTED, 1L);
        // The client has its answer before the handler has ended.
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keywright.handlerOutcomes()).containsEntry(Outcome.SUCCEEDED, 1L);
    }

    @Test
    void hidesCredentialsFromTheHandlerIfAsked() throws Exception {
        Keywright hiding = builder().hideCredentials(true).build();
        server.createContext("/echo", new EchoHandler_Guard(hiding).protect(new EchoHandler()));
        assertThat(raw(get("X-API-Key: " + key.key() + "\r\n"))).contains("|hidden|");
    }

    @Test
    void guardsAsAFilterToo() throws Exception {
        Keywright keywright = builder().build();
        server.createContext("/echo", new EchoHandler())
                .getFilters()
                .add(JdkHttpGuards.filter(keywright, EchoHandler.class));
        assertThat(raw(get(""))).startsWith("HTTP/1.1 401 ");
        assertThat(raw(get("X-API-Key: " + key.key() + "\r\n"))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void keepsTheSecondDoorShutForWhatWasNotAdmittedToThisHandler() throws Exception {
        server.createContext("/open", new EchoHandler());
        String request =
                "GET /open HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key.key() + "\r\nConnection: close\r\n\r\n";
        assertThat(raw(request)).doesNotContain("200 OK").doesNotContain("acme");
    }

    @Test
    void admitsASignedRequestOnceAndReplaysItsBodyToTheHandler() throws Exception {
        serve();
        byte[] body = "{\"order\":1}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> signature =
                new CanonicalSigner("a", SECRET).headers("POST", uri("/hook/%2e?a=%20"), "application/json", body);
        assertThat(post("/hook/%2e?a=%20", signature, body).body()).isEqualTo("{\"order\":1}");
        assertThat(post("/hook/%2e?a=%20", signature, body).statusCode()).isEqualTo(401);

        Map<String, String> fresh =
                new CanonicalSigner("a", SECRET).headers("POST", uri("/hook"), "application/json", body);
        assertThat(post("/hook", fresh, "{\"order\":2}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/hook", fresh, body).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABodyOverTheLimitByItsLengthAndWhileReading() throws Exception {
        serve();
        byte[] large = new byte[1025];
        Map<String, String> signature =
                new CanonicalSigner("a", SECRET).headers("POST", uri("/hook"), "application/json", large);
        StringBuilder lines = new StringBuilder();
        signature.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        String head = "POST /hook HTTP/1.1\r\nHost: " + authority() + "\r\nContent-Type: application/json\r\n" + lines;
        assertThat(raw(head + "Content-Length: 1025\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        String chunk = "401\r\n" + "x".repeat(1025) + "\r\n";
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void endsABodyThatDoesNotArrive() throws Exception {
        Keywright keywright = builder().bodyReadTimeout(Duration.ofMillis(500)).build();
        server.createContext("/hook", JdkHttpGuards.protect(keywright, new HookHandler()));
        byte[] body = new byte[10];
        Map<String, String> signature = new CanonicalSigner("a", SECRET).headers("POST", uri("/hook"), null, body);
        StringBuilder lines = new StringBuilder();
        signature.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        String answer =
                raw("POST /hook HTTP/1.1\r\nHost: " + authority() + "\r\n" + lines + "Content-Length: 10\r\n\r\nabc");
        assertThat(answer).doesNotContain("200 OK");
        AuditEvent event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.reason()).isEqualTo(Reason.BODY_TIMEOUT);
        assertThat(keywright.bodyBudget().heldBytes()).isZero();
    }

    @Test
    void refusesToStartWithoutAGuardOrWithoutASecret() {
        Keywright empty = Keywright.builder().secrets(name -> List.of()).build();
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> JdkHttpGuards.protect(empty, new Unguarded()))
                .withMessageContaining("has no guard");
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> JdkHttpGuards.protect(empty, new HookHandler()))
                .withMessageContaining("'shop-webhook', which is not configured");
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> new EchoHandler_Guard(empty).protect(new EchoHandler()))
                .withMessageContaining("key store (default)");
        assertThatIllegalArgumentException().isThrownBy(() -> new EchoHandler_Guard(empty).protect(new HookHandler()));
        assertThatIllegalArgumentException().isThrownBy(() -> JdkHttpGuards.protect(empty, exchange -> {}));
    }

    @ApiKeyProtected
    static final class Unguarded implements HttpHandler {
        @Override
        public void handle(HttpExchange exchange) {}
    }

    private HttpResponse<String> post(String target, Map<String, String> headers, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(target)).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return client.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String authority() {
        return "localhost:" + server.getAddress().getPort();
    }

    private URI uri(String target) {
        return URI.create("http://" + authority() + target);
    }
}
