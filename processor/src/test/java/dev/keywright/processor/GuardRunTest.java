package dev.keywright.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.GuardRegistry;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.StartRefusedException;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.secret.Secrets;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated guards, compiled and run against the real runtime. */
class GuardRunTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final NewApiKey WRITER =
            ApiKeys.create("shop", "writer").with(record -> record.scopes("orders:write"));
    private static final NewApiKey READER =
            ApiKeys.create("shop", "reader").with(record -> record.scopes("orders:read"));

    private static final String CONTROLLER = """
            package shop;
            import dev.keywright.annotations.*;
            import org.springframework.web.bind.annotation.*;
            import java.util.*;
            interface Api<T> { @PostMapping("/generic") @ApiKeyProtected(scopes = "orders:write") void generic(T body); }
            @RestController
            @ApiKeyProtected(scopes = "orders:write")
            @RateLimited("2 per hour")
            class C implements Api<List<String>> {
                @PostMapping("/write") void write() {}
                @PostMapping("/hook") @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop") void hook() {}
                @PostMapping("/either") @AnyOf(apiKey = @ApiKeyProtected(header = "X-Own-Key"),
                        hmac = @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop")) void either() {}
                @GetMapping("/open") @PublicEndpoint(reason = "health check") void open() {}
                @GetMapping("/limited") @PublicEndpoint(reason = "status page")
                @RateLimited(value = "1 per hour", by = LimitBy.GLOBAL) void limited() {}
                public void generic(List<String> body) {}
            }
            """;

    @TempDir
    Path output;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    private Keywright.Builder configured() {
        return Keywright.builder()
                .clock(() -> now)
                .auditSink(event -> {})
                .keyStore(new MemoryKeyStore().put(WRITER.record()).put(READER.record()))
                .secrets(Secrets.of(
                        Map.of("shop", "base64:" + Base64.getEncoder().encodeToString(SECRET))))
                .publicOrigins(URI.create("https://shop.example"));
    }

    /** Compiles the controller, starts the registry as an adapter does, and hands over each exchange in turn. */
    private List<Verdict> run(String method, Exchange... exchanges) throws Exception {
        TestCompiler.Result result =
                TestCompiler.withAdapters(output).source(CONTROLLER).compile();
        assertThat(result.success()).as(result.said()).isTrue();
        try (URLClassLoader loader = result.loader();
                Keywright keywright = configured().build()) {
            Class<?> type = loader.loadClass("shop.C");
            GuardRegistry registry = GuardRegistry.load(loader, keywright, List.of(type));
            GuardedEndpoint endpoint =
                    registry.endpoint(type, method(type, method)).orElseThrow();
            // Signatures from before the start, and the window after it, are stale: memory of nonces begins there.
            now = now.plusSeconds(60);
            return Stream.of(exchanges).map(endpoint::check).toList();
        }
    }

    private static Method method(Class<?> type, String name) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> statuses(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict instanceof Denied denied ? denied.status() : 200)
                .toList();
    }

    @Test
    void anApiKeyIsAskedForWithItsScopeAndWithinItsLimit() throws Exception {
        assertThat(statuses(run(
                        "write",
                        new Request("/write"),
                        new Request("/write").header("X-API-Key", "shop_nonsense"),
                        new Request("/write").header("X-API-Key", READER.key()),
                        new Request("/write").header("X-API-Key", WRITER.key()),
                        new Request("/write").header("Authorization", "ApiKey " + WRITER.key()),
                        new Request("/write").header("X-API-Key", WRITER.key()))))
                .containsExactly(401, 401, 403, 200, 200, 429);
    }

    @Test
    void aSignatureIsAskedForAndAcceptedOnce() throws Exception {
        Map<String, String> signature = new CanonicalSigner("shop", SECRET, () -> now.plusSeconds(60))
                .headers("POST", URI.create("https://shop.example/hook"), null, "body".getBytes(UTF_8));
        Request signed = new Request("/hook").body("body").headers(signature);
        Request changed = new Request("/hook").body("b0dy").headers(signature);
        List<Verdict> verdicts = run("hook", new Request("/hook").body("body"), changed, signed, signed);
        assertThat(statuses(verdicts)).containsExactly(401, 401, 200, 401);
        assertThat(verdicts.get(2)).isInstanceOf(Admitted.class);
    }

    @Test
    void ofAChoiceExactlyOneIsPresented() throws Exception {
        Map<String, String> signature = new CanonicalSigner("shop", SECRET, () -> now.plusSeconds(60))
                .headers("POST", URI.create("https://shop.example/either"), null, new byte[0]);
        assertThat(statuses(run(
                        "either",
                        new Request("/either"),
                        new Request("/either").header("X-Own-Key", READER.key()).headers(signature),
                        new Request("/either").header("X-Own-Key", READER.key()),
                        new Request("/either").headers(signature))))
                .containsExactly(401, 401, 200, 200);
    }

    @Test
    void aLimitOnAnOpenEndpointHolds() throws Exception {
        assertThat(statuses(run("limited", new Request("/limited"), new Request("/limited"))))
                .containsExactly(200, 429);
    }

    @Test
    void aMethodThatImplementsAGenericOneIsFoundByItsOwnSignature() throws Exception {
        assertThat(statuses(run(
                        "generic", new Request("/generic"), new Request("/generic").header("X-API-Key", WRITER.key()))))
                .containsExactly(401, 200);
    }

    @Test
    void anEndpointThatIsOpenOnPurposeHasNoGuard() throws Exception {
        TestCompiler.Result result =
                TestCompiler.withAdapters(output).source(CONTROLLER).compile();
        try (URLClassLoader loader = result.loader();
                Keywright keywright = configured().build()) {
            Class<?> type = loader.loadClass("shop.C");
            GuardRegistry registry = GuardRegistry.load(loader, keywright, List.of(type));
            assertThat(registry.endpoint(type, method(type, "open"))).isEqualTo(Optional.empty());
            assertThat(registry.isPublic(type, method(type, "open"))).isTrue();
        }
    }

    @Test
    void aGuardOlderThanItsAnnotationsRefusesTheStart() throws Exception {
        assertThat(TestCompiler.withAdapters(output)
                        .source(CONTROLLER)
                        .compile()
                        .success())
                .isTrue();
        TestCompiler.Result result = TestCompiler.into(output)
                .source(CONTROLLER.replace("2 per hour", "3 per hour"))
                .option("-proc:none")
                .processors()
                .compile();
        assertThat(result.success()).as(result.said()).isTrue();
        try (URLClassLoader loader = result.loader();
                Keywright keywright = configured().build()) {
            Class<?> type = loader.loadClass("shop.C");
            assertThatThrownBy(() -> GuardRegistry.load(loader, keywright, List.of(type)))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("shop.C");
        }
    }

    @Test
    void guardsOfInheritedNestedAndGenericHandlersAreAccepted() throws Exception {
        TestCompiler.Result result =
                TestCompiler.withAdapters(output).source("""
                        package shop;
                        import com.sun.net.httpserver.*;
                        import dev.keywright.annotations.*;
                        class Outer {
                            @ApiKeyProtected @RateLimited("1 per day") @RateLimited("1 per hour")
                            static abstract class Base<T> implements HttpHandler {
                                public void handle(HttpExchange exchange) {}
                            }
                            private static class Inherits extends Base<String> {}
                            private enum Kind implements HttpHandler {
                                ONE;
                                @ApiKeyProtected public void handle(HttpExchange exchange) {}
                            }
                            @AnyOf(apiKey = {@ApiKeyProtected(header = "X-A"), @ApiKeyProtected(header = "X-B", scopes = {"b", "c"})})
                            private record Item(String name) implements HttpHandler {
                                public void handle(HttpExchange exchange) {}
                            }
                        }
                        """).compile();
        assertThat(result.success()).as(result.said()).isTrue();
        try (URLClassLoader loader = result.loader();
                Keywright keywright = configured().build()) {
            List<Class<?>> types = List.of(
                    loader.loadClass("shop.Outer$Inherits"),
                    loader.loadClass("shop.Outer$Kind"),
                    loader.loadClass("shop.Outer$Item"));
            GuardRegistry registry = GuardRegistry.load(loader, keywright, types);
            assertThat(registry.endpoints()).hasSize(3);
        }
    }

    /** A request over TLS. */
    static final class Request implements Exchange {

        private final String path;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private byte[] content = new byte[0];

        Request(String path) {
            this.path = path;
        }

        Request header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Request headers(Map<String, String> more) {
            headers.putAll(more);
            return this;
        }

        Request body(String text) {
            content = text.getBytes(UTF_8);
            return this;
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String rawPath() {
            return path;
        }

        @Override
        public String rawQuery() {
            return null;
        }

        @Override
        public List<String> headers(String name) {
            String value = headers.get(name);
            return value == null ? List.of() : List.of(value);
        }

        @Override
        public InetAddress peer() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public boolean secure() {
            return true;
        }

        @Override
        public String authority() {
            return "shop.example";
        }

        @Override
        public Body body() {
            return new Body() {
                @Override
                public byte[] capture(long limitBytes) {
                    return content.clone();
                }

                @Override
                public boolean isCaptured() {
                    return true;
                }
            };
        }
    }
}
