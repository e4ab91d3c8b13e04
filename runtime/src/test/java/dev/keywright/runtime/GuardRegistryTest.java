package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import dev.keywright.annotations.internal.grammar.DeclarationDigest;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.secret.Secrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardRegistryTest {

    private static final String HERE = GuardRegistryTest.class.getName();

    @ApiKeyProtected
    static class NoGuard {
        void list() {}
    }

    static class Stale {
        @ApiKeyProtected(scopes = "orders:write")
        void create() {}
    }

    public static final class Stale_Guard extends TestGuard {
        public Stale_Guard(Keywright keywright) {
            super(HERE + "$Stale", "sha256:of-other-annotations", List.of());
        }
    }

    static class Signed {
        @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "short-one")
        @RateLimited("1 per second")
        @RateLimited("60 per hour")
        void receive(Map<String, byte[]> parts, byte[] body) {}
    }

    public static final class Signed_Guard extends TestGuard {
        public Signed_Guard(Keywright keywright) {
            super(
                    HERE + "$Signed",
                    DeclarationDigest.of(List.of(
                            HERE + "$Signed#receive(java.util.Map,[B) @HmacSigned(bodyLimit=1 MiB,"
                                    + "replayAcknowledged=false,scheme=CANONICAL,secret=short-one,tolerance=300 seconds)",
                            HERE + "$Signed#receive(java.util.Map,[B) @List(value=["
                                    + "@RateLimited(by=CREDENTIAL,value=1 per second)"
                                    + "|@RateLimited(by=CREDENTIAL,value=60 per hour)])")),
                    List.of(
                            endpoint("receive", List.of("java.util.Map", "[B"), "short-one"),
                            endpoint("receive", List.of("java.lang.String"), "missing-one")));
        }
    }

    interface Api<T> {
        @ApiKeyProtected
        void create(T order);
    }

    @ApiKeyProtected
    static class Orders implements Api<String> {
        @Override
        public void create(String order) {}

        @PublicEndpoint(reason = "health check")
        void health() {}

        void forgotten() {}
    }

    static final class Orders$$Proxy extends Orders {}

    public static final class Orders_Guard extends TestGuard {
        public Orders_Guard(Keywright keywright) {
            super(
                    HERE + "$Orders",
                    DeclarationDigest.of(List.of(
                            HERE + "$Orders @ApiKeyProtected(bodyLimit=,header=X-API-Key,scopes=[],store=)",
                            HERE + "$Orders#health() @PublicEndpoint(reason=health check)",
                            HERE + "$Api#create(java.lang.Object) @ApiKeyProtected(bodyLimit=,header=X-API-Key,"
                                    + "scopes=[],store=)")),
                    List.of(new GuardedEndpoint(
                            EndpointPolicy.of("Orders#create(java.lang.String)")
                                    .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
                                    .build(),
                            "create",
                            List.of("java.lang.String"),
                            exchange -> {
                                throw new IllegalStateException();
                            })));
        }
    }

    static class Throwing {
        @ApiKeyProtected
        void create() {}
    }

    public static final class Throwing_Guard extends TestGuard {
        public Throwing_Guard(Keywright keywright) {
            super(fail(), "", List.of());
        }

        private static String fail() {
            throw new IllegalArgumentException("two keys in one place");
        }
    }

    abstract static class TestGuard implements Guard {
        private final String type;
        private final String digest;
        private final List<GuardedEndpoint> endpoints;

        TestGuard(String type, String digest, List<GuardedEndpoint> endpoints) {
            this.type = type;
            this.digest = digest;
            this.endpoints = endpoints;
        }

        @Override
        public String guardedType() {
            return type;
        }

        @Override
        public String digest() {
            return digest;
        }

        @Override
        public List<GuardedEndpoint> endpoints() {
            return endpoints;
        }
    }

    private static GuardedEndpoint endpoint(String method, List<String> parameters, String secret) {
        return new GuardedEndpoint(
                EndpointPolicy.of("Signed#" + method + parameters)
                        .hmac(HmacPolicy.of("CANONICAL", secret, "300 seconds", "1 MiB"))
                        .build(),
                method,
                parameters,
                exchange -> {
                    throw new IllegalStateException();
                });
    }

    private final Keywright keywright = Keywright.builder()
            .keyStore(new MemoryKeyStore())
            .secrets(Secrets.of(Map.of("short-one", "k1=tooshort")))
            .build();

    private GuardRegistry load(Class<?>... types) {
        return GuardRegistry.load(getClass().getClassLoader(), keywright, List.of(types));
    }

    @Test
    void refusesToStartWithEverythingThatIsWrongInOneMessage() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> load(NoGuard.class, Stale.class, Signed.class, Orders.class, Throwing.class))
                .satisfies(e -> assertThat(e.problems()).hasSize(5))
                .withMessageContaining("5 things are wrong")
                .withMessageContaining("$NoGuard bears Keywright annotations but has no guard")
                .withMessageContaining("The guard of " + HERE + "$Stale was made from other annotations")
                .withMessageContaining("'short-one', whose value 'k1' has 8 bytes; it needs at least 32")
                .withMessageContaining("'missing-one', which is not configured")
                .withMessageContaining("two keys in one place")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("tooshort"));
    }

    @Test
    void findsTheGuardOfAHandlerAlsoThroughAProxyAndABridge() throws Exception {
        GuardRegistry registry = load(Orders$$Proxy.class);
        assertThat(registry.endpoint(Orders.class, Orders.class.getDeclaredMethod("create", String.class)))
                .map(GuardedEndpoint::toString)
                .contains("Orders#create(java.lang.String)");
        assertThat(registry.endpoint(Orders$$Proxy.class, Orders.class.getDeclaredMethod("create", String.class)))
                .isPresent();
    }

    @Test
    void closesAMethodThatAnAnnotationCoversButNoGuardKnows() throws Exception {
        GuardRegistry registry = load(Orders.class);
        GuardedEndpoint closed = registry.endpoint(Orders.class, Orders.class.getDeclaredMethod("forgotten"))
                .orElseThrow();
        assertThat(closed.check(FakeExchange.get("/")))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.status()).isEqualTo(403));
    }

    @Test
    void leavesOpenWhatIsOpenOnPurposeOrBearsNothing() throws Exception {
        GuardRegistry registry = load(Orders.class, String.class);
        assertThat(registry.endpoint(Orders.class, Orders.class.getDeclaredMethod("health")))
                .isEmpty();
        assertThat(registry.isPublic(Orders.class, Orders.class.getDeclaredMethod("health")))
                .isTrue();
        assertThat(registry.endpoint(String.class, String.class.getMethod("length")))
                .isEmpty();
        assertThat(registry.isPublic(String.class, String.class.getMethod("length")))
                .isFalse();
    }
}
