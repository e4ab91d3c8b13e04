package dev.keywright.adapters.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.adapters.slf4j.Slf4jAuditSink;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import shop.BearerHandler;
import shop.HookHandler;
import shop.KeyHandler;
import shop.LoginHandler;

/** Sends every kind of request with credentials that can be recognised, and searches everything that is put out. */
final class NoCredentialAppearsTest {

    private static final String SECRET = "marker-secret-of-the-hook-more-than-32-bytes";
    private static final String PASSWORD = "marker-password";
    private static final String ACCOUNT = "marker-account@example.org";

    private final NewApiKey key = ApiKeys.create("shop", "acme").with(record -> record.scopes("orders:read"));
    private final NewApiKey weak = ApiKeys.create("shop", "weak");
    private final NewApiKey revoked =
            ApiKeys.create("shop", "gone").with(record -> record.revoked(java.time.Instant.EPOCH));
    private final NewApiKey stranger = ApiKeys.create("shop", "stranger");
    private final NewApiKey broken = ApiKeys.create("shop", "broken");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KeywrightMetrics metrics = new KeywrightMetrics(registry);
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final ListAppender<ILoggingEvent> slf4j = new ListAppender<>();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final StringBuffer logs = new StringBuffer();
    private final StringBuilder answers = new StringBuilder();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord message) {
            logs.append(message.getMessage()).append('\n');
            for (Throwable cause = message.getThrown(); cause != null; cause = cause.getCause()) {
                logs.append(cause).append('\n');
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final TokenService tokens =
            TokenService.builder(new MemoryTokenStore()).build();
    private PrintStream out;
    private PrintStream err;
    private Keywright keywright;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        out = System.out;
        err = System.err;
        PrintStream captured = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(captured);
        System.setErr(captured);
        java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
        java.util.logging.Logger.getLogger("dev.keywright").setLevel(Level.ALL);
        slf4j.start();
        ((Logger) LoggerFactory.getLogger("dev.keywright.audit")).addAppender(slf4j);
        MemoryKeyStore keys =
                new MemoryKeyStore().put(key.record()).put(weak.record()).put(revoked.record());
        KeyStore failing = new KeyStore() {
            @Override
            public dev.keywright.runtime.key.KeyRecord findById(String id) throws KeyStoreException {
                if (id.equals(broken.record().id())) {
                    throw new KeyStoreException("The store is down");
                }
                return keys.findById(id);
            }
        };
        keywright = Keywright.builder()
                .keyStore(failing)
                .secrets(Secrets.of(Map.of("hook", "a=" + SECRET)))
                .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(2))
                .bearerVerifier(tokens)
                .withoutFailureThrottle()
                .auditSink(AuditSink.all(List.of(
                        new Slf4jAuditSink(true),
                        new dev.keywright.runtime.audit.LoggerAuditSink(true),
                        new AuditSink() {
                            @Override
                            public void accept(AuditEvent event) {
                                events.add(event.toString());
                            }

                            @Override
                            public boolean wantsAdmitted() {
                                return true;
                            }
                        })))
                .observer(metrics)
                .build();
        metrics.watch(keywright);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/key", JdkHttpGuards.protect(keywright, new KeyHandler()));
        server.createContext("/hook", JdkHttpGuards.protect(keywright, new HookHandler()));
        server.createContext("/bearer", JdkHttpGuards.protect(keywright, new BearerHandler()));
        server.createContext("/login", JdkHttpGuards.protect(keywright, new LoginHandler()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.setOut(out);
        System.setErr(err);
        java.util.logging.Logger.getLogger("").removeHandler(listener);
        ((Logger) LoggerFactory.getLogger("dev.keywright.audit")).detachAppender(slf4j);
    }

    private int send(String target, String body, String... headers) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            socket.setSoTimeout(20_000);
            String request = "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                    + body.length() + "\r\n" + String.join("", List.of(headers)) + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            answers.append(answer);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    private static String header(String name, String value) {
        return name + ": " + value + "\r\n";
    }

    private String signature(String signed) {
        StringBuilder headers = new StringBuilder();
        new CanonicalSigner("a", SECRET.getBytes(StandardCharsets.UTF_8))
                .headers("POST", URI.create("http://localhost/hook"), null, signed.getBytes(StandardCharsets.UTF_8))
                .forEach((name, value) -> headers.append(header(name, value)));
        return headers.toString();
    }

    @Test
    void noneOfThemAppearsAnywhere() throws Exception {
        assertThat(send("/key", "", header("X-API-Key", key.key()))).isEqualTo(204);
        assertThat(send("/key", "", header("Authorization", "ApiKey " + key.key())))
                .isEqualTo(204);
        assertThat(send("/key?api_key=" + key.key(), "")).isEqualTo(401);
        assertThat(send("/key/" + key.key() + "/x;k=" + stranger.key(), "")).isEqualTo(401);
        assertThat(send("/key", "", header("X-API-Key", key.key()), header("X-API-Key", stranger.key())))
                .isEqualTo(401);
        assertThat(send("/key", "", header("X-API-Key", key.key() + "x"))).isEqualTo(401);
        assertThat(send("/key", "", header("X-API-Key", stranger.key()))).isEqualTo(401);
        assertThat(send("/key", "", header("X-API-Key", revoked.key()))).isEqualTo(401);
        assertThat(send("/key", "", header("X-API-Key", weak.key()))).isEqualTo(403);
        assertThat(send("/key", "", header("X-API-Key", broken.key()))).isEqualTo(503);

        List<String> signatures = new ArrayList<>();
        for (int status : new int[] {204, 401, 204, 503}) {
            String signature = status == 401 ? signatures.get(0) : signature("{}");
            signatures.add(signature);
            assertThat(send("/hook", "{}", signature)).isEqualTo(status);
        }
        String wrong = signature("other");
        signatures.add(wrong);
        assertThat(send("/hook", "{}", wrong)).isEqualTo(401);

        var issued = tokens.issue("acme", Set.of(), Map.of());
        String access = issued.accessToken();
        assertThat(send("/bearer", "", header("Authorization", "Bearer " + access)))
                .isEqualTo(204);
        assertThat(send("/bearer", "", header("Authorization", "Bearer " + access + "x")))
                .isEqualTo(401);
        assertThat(send("/bearer/" + access, "")).isEqualTo(401);
        tokens.revokeOwner("acme");
        assertThat(send("/bearer", "", header("Authorization", "Bearer " + access)))
                .isEqualTo(401);

        String login = "{\"user\":\"" + ACCOUNT + "\",\"password\":\"" + PASSWORD + "\"}";
        List<Integer> logins = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            logins.add(send("/login", login, header("Content-Type", "application/json")));
        }
        assertThat(logins).contains(401, 429);
        assertThat(send("/login", "{\"user\":", header("Content-Type", "application/json")))
                .isEqualTo(400);

        StringBuilder all = new StringBuilder(answers).append(logs).append(events);
        all.append(console.toString(StandardCharsets.UTF_8));
        slf4j.list.forEach(entry -> all.append(entry.getFormattedMessage()).append(entry.getKeyValuePairs()));
        registry.getMeters().forEach(meter -> all.append(meter.getId()).append('\n'));
        assertThat(events).hasSizeGreaterThan(15);
        assertThat(all).contains("SIGNATURE_REPLAYED", "KEY_STORE_UNAVAILABLE", "LOGIN_", "mechanism", "key=");
        List<String> markers = new ArrayList<>(List.of(SECRET, PASSWORD, ACCOUNT, secretPart(access), access));
        for (NewApiKey each : List.of(key, weak, revoked, stranger, broken)) {
            markers.add(each.key());
            markers.add(secretPart(each.key()));
            markers.add(each.record().digest());
        }
        for (String signature : signatures) {
            String mac = signature.split("X-API-Signature: ")[1].split("\r\n")[0];
            markers.add(mac);
        }
        for (String marker : markers) {
            assertThat(all.indexOf(marker)).as("where a credential appears").isEqualTo(-1);
        }
    }

    private static String secretPart(String key) {
        return key.substring(key.lastIndexOf('_') + 1);
    }
}
