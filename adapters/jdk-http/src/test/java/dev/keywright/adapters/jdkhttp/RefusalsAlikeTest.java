package dev.keywright.adapters.jdkhttp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.keywright.annotations.LoginProtected;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.LoginPolicy;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a credential, the bytes of the answer are the same, apart from the date and the request id. */
final class RefusalsAlikeTest {

    private static final byte[] SECRET = "a-secret-of-more-than-32-bytes-for-tests".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    private final BlockingQueue<AuditEvent> events = new LinkedBlockingQueue<>();
    private final MemoryKeyStore keys = new MemoryKeyStore();
    private final MemoryTokenStore issued = new MemoryTokenStore();
    private final TokenService tokens = TokenService.builder(issued).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Instant now = Instant.now();
    /** Its time stands still, so that what is left to wait is the same for everybody. */
    private final Keywright directory = Keywright.builder()
            .clock((InstantSource) () -> now)
            .withoutFailureThrottle()
            .auditSink(events::add)
            .build();

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Keywright keywright = Keywright.builder()
                .keyStore(keys)
                .bearerVerifier(tokens)
                .secrets(Secrets.of(Map.of("shop-webhook", "a=" + new String(SECRET, StandardCharsets.UTF_8))))
                .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(100))
                .withoutFailureThrottle()
                .auditSink(events::add)
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/echo", JdkHttpGuards.protect(keywright, new EchoHandler()));
        server.createContext("/hook", JdkHttpGuards.protect(keywright, new HookHandler()));
        server.createContext(
                "/me", JdkHttpGuards.protect(new SessionHandlers.Me_Guard(keywright), new SessionHandlers.Me()));
        server.createContext("/login", JdkHttpGuards.protect(new Directory_Guard(directory), new Directory()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String key(UnaryOperator<KeyRecord.Builder> change) {
        NewApiKey made = ApiKeys.create("shop", "acme").with(record -> change.apply(record.scopes("orders:write")));
        keys.put(made.record());
        return "X-API-Key: " + made.key() + "\r\n";
    }

    /** A credential's text whose id is known, with another digest. */
    private static String id(String text) {
        return text.split("_")[1];
    }

    @Test
    void ofAnApiKey() throws Exception {
        Instant now = Instant.now();
        String unknown = ApiKeys.create("shop", "acme").key();
        String wrong = ApiKeys.create("shop", "acme").key();
        keys.put(KeyRecord.of(id(wrong), DIGEST, "acme").build());
        Map<String, Reason> cases = new LinkedHashMap<>();
        cases.put("", Reason.CREDENTIAL_MISSING);
        cases.put("X-API-Key: garbage\r\n", Reason.CREDENTIAL_MALFORMED);
        cases.put("X-API-Key: " + unknown + "\r\n", Reason.CREDENTIAL_UNKNOWN);
        cases.put("X-API-Key: " + wrong + "\r\n", Reason.CREDENTIAL_UNKNOWN);
        cases.put("X-API-Key: a\r\nX-API-Key: b\r\n", Reason.CREDENTIAL_AMBIGUOUS);
        cases.put(key(record -> record.revoked(now)), Reason.KEY_REVOKED);
        cases.put(key(record -> record.expires(now)), Reason.KEY_EXPIRED);
        cases.put(key(record -> record.notBefore(now.plusSeconds(600))), Reason.KEY_NOT_YET_VALID);
        cases.put(key(record -> record.networks("203.0.113.0/24")), Reason.ADDRESS_NOT_ALLOWED);
        assertAlike("GET /echo", cases);
        assertThat(send("GET /echo", key(record -> record))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void ofABearerToken() throws Exception {
        long now = System.currentTimeMillis();
        String unknown = TokenService.builder(new MemoryTokenStore())
                .build()
                .issue("acme", Set.of("orders:read"))
                .accessToken();
        String wrong = ApiKeys.create("kwat", "acme").key();
        issued.save(List.of(token(id(wrong), DIGEST, now, now + 60_000)), now);
        String expired = tokens.issue("acme", Set.of("orders:read")).accessToken();
        TokenRecord record = issued.find(id(expired)).record();
        issued.revoke(record.id());
        issued.save(List.of(token(record.id(), record.digest(), now - 2_000, now - 1_000)), now - 2_000);
        String revoked = tokens.issue("acme", Set.of("orders:read")).accessToken();
        tokens.revoke(revoked);
        Map<String, Reason> cases = new LinkedHashMap<>();
        cases.put("", Reason.CREDENTIAL_MISSING);
        cases.put(bearer("garbage"), Reason.CREDENTIAL_MALFORMED);
        cases.put(bearer(unknown), Reason.CREDENTIAL_UNKNOWN);
        cases.put(bearer(revoked), Reason.CREDENTIAL_UNKNOWN);
        cases.put(bearer(unknown) + bearer(unknown), Reason.CREDENTIAL_AMBIGUOUS);
        cases.put(bearer(expired), Reason.TOKEN_EXPIRED);
        Set<Reason> seen = assertAlike("GET /me", cases);
        assertThat(seen).contains(Reason.CREDENTIAL_UNKNOWN);
        assertThat(withoutVariables(send("GET /me", bearer(wrong)))).isEqualTo(withoutVariables(send("GET /me", "")));
        String good = tokens.issue("acme", Set.of("orders:read")).accessToken();
        assertThat(send("GET /me", bearer(good))).startsWith("HTTP/1.1 200 ");
    }

    private static TokenRecord token(String id, String digest, long issuedMillis, long expires) {
        return new TokenRecord(
                id,
                TokenRecord.Kind.ACCESS,
                digest,
                "kw." + id,
                "acme",
                Set.of("orders:read"),
                Map.of(),
                issuedMillis,
                expires);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    @Test
    void ofASignature() throws Exception {
        String good = signed(new CanonicalSigner("a", SECRET), "{}");
        assertThat(send("POST /hook", good)).startsWith("HTTP/1.1 200 ");
        events.clear();
        byte[] other = "another-secret-of-more-than-32-bytes-for-tests".getBytes(StandardCharsets.UTF_8);
        InstantSource early = () -> Instant.now().minusSeconds(900);
        Map<String, Reason> cases = new LinkedHashMap<>();
        cases.put("Content-Length: 2\r\n\r\n{}", Reason.CREDENTIAL_MISSING);
        cases.put(good.replaceFirst("(X-API-Signature: )[^\r]*", "$1???"), Reason.CREDENTIAL_MALFORMED);
        cases.put(signed(new CanonicalSigner("b", SECRET), "{}"), Reason.CREDENTIAL_UNKNOWN);
        cases.put(signed(new CanonicalSigner("a", other), "{}"), Reason.SIGNATURE_WRONG);
        cases.put(signed(new CanonicalSigner("a", SECRET), "[]").replace("[]", "{}"), Reason.SIGNATURE_WRONG);
        cases.put(signed(new CanonicalSigner("a", SECRET, early), "{}"), Reason.SIGNATURE_STALE);
        cases.put(good, Reason.SIGNATURE_REPLAYED);
        assertAlike("POST /hook", cases);
    }

    private String signed(CanonicalSigner signer, String body) {
        StringBuilder lines =
                new StringBuilder("Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n");
        URI uri = URI.create("http://localhost/hook");
        signer.headers("POST", uri, "application/json", body.getBytes(StandardCharsets.UTF_8))
                .forEach((name, value) ->
                        lines.append(name).append(": ").append(value).append("\r\n"));
        return lines.append("\r\n").append(body).toString();
    }

    /** What a directory knows; the guard must not tell. */
    private static final Set<String> ACCOUNTS = Set.of("ada@example.org");

    @LoginProtected(account = "/email", failures = "2 per hour", bodyLimit = "1 KiB")
    static final class Directory implements HttpHandler {

        @Override
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean right = ACCOUNTS.stream().anyMatch(body::contains) && body.contains("right");
            exchange.sendResponseHeaders(right ? 204 : 401, -1);
            exchange.close();
        }
    }

    /** As the processor writes it. */
    public static final class Directory_Guard extends SessionHandlers.HandGuard {

        private static final EndpointPolicy HANDLE = EndpointPolicy.of(
                        Directory.class.getName() + "#handle(com.sun.net.httpserver.HttpExchange)")
                .login(LoginPolicy.of("/email", "2 per hour", "1 KiB"))
                .build();

        public Directory_Guard(Keywright keywright) {
            super(
                    keywright,
                    Directory.class,
                    "@LoginProtected(account=/email,bodyLimit=1 KiB,failures=2 per hour)",
                    HANDLE);
        }

        @Override
        Verdict handle(Exchange exchange) {
            Attempt attempt = keywright.attempt(HANDLE, exchange);
            boolean held = attempt.transportAllowed()
                    && attempt.withinOpenLimits()
                    && attempt.bodyCaptured()
                    && attempt.loginAllowed();
            return held ? attempt.admitted() : attempt.denied();
        }
    }

    private List<String> attempts(String account, int count) throws IOException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String body = "{\"email\":\"" + account + "\",\"password\":\"wrong\"}";
            long before = directory.handlerOutcomes().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            String answer = send(
                    "POST /login",
                    "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            // The server notes how the handler ended after its answer is on its way.
            while (answer.startsWith("HTTP/1.1 401")
                    && directory.handlerOutcomes().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            == before) {
                Thread.onSpinWait();
            }
            answers.add(withoutVariables(answer));
        }
        return answers;
    }

    @Test
    void ofALogInWhetherTheAccountExistsOrNotAndOnceItIsLocked() throws Exception {
        List<String> known = attempts("ada@example.org", 6);
        List<String> unknown = attempts("nobody@example.org", 6);
        assertThat(unknown).isEqualTo(known);
        assertThat(known.get(0)).startsWith("HTTP/1.1 401 ");
        assertThat(known.get(5)).startsWith("HTTP/1.1 429 ").containsPattern("(?i)retry-after: \\d+");
        assertThat(attempts("ada@example.org", 1).get(0)).isEqualTo(known.get(5));
        assertThat(events.stream().map(AuditEvent::reason)).contains(Reason.LOGIN_LOCKED);
    }

    private Set<Reason> assertAlike(String line, Map<String, Reason> cases) throws Exception {
        String first = null;
        Set<Reason> seen = new java.util.HashSet<>();
        for (Map.Entry<String, Reason> each : cases.entrySet()) {
            String answer = withoutVariables(send(line, each.getKey()));
            AuditEvent event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.reason()).as(each.getKey()).isEqualTo(each.getValue());
            seen.add(event.reason());
            first = first == null ? answer : first;
            assertThat(answer).as(each.getKey()).isEqualTo(first).startsWith("HTTP/1.1 401 ");
        }
        return seen;
    }

    private String send(String line, String rest) throws IOException {
        String end = rest.contains("\r\n\r\n") ? "" : "\r\n";
        return RawClient.send(
                server.getAddress(), line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + rest + end);
    }

    private static String withoutVariables(String answer) {
        return answer.replaceAll("(?m)^Date: .*$", "Date").replaceAll("(?mi)^X-Request-Id: .*$", "Id");
    }
}
