package dev.keywright.adapters.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.adapters.slf4j.Slf4jAuditSink;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.token.TokenStore;
import dev.keywright.store.redis.RedisStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

final class SharedStateTest {

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    KeywrightRedisAutoConfiguration.class,
                    KeywrightObservationAutoConfiguration.class,
                    KeywrightAutoConfiguration.class));

    private RedisServer redis;

    private String redis(String... settings) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RedisServerBuilder builder =
                RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
        for (String setting : settings) {
            builder.setting(setting);
        }
        redis = builder.build();
        redis.start();
        return "keywright.redis.uri=redis://127.0.0.1:" + port;
    }

    @AfterEach
    void stop() throws IOException {
        if (redis != null) {
            redis.stop();
        }
    }

    @Test
    void withoutTheUriEachProcessKeepsItsOwnState() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisStore.class));
    }

    @Test
    void theUriAloneSharesState() throws Exception {
        runner.withPropertyValues(redis(), "keywright.redis.prefix=shop", "keywright.redis.timeout=2s")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(TokenStore.class);
                    assertThat(health(context.getBean("keywrightHealthIndicator")))
                            .contains("UP")
                            .contains("nonces")
                            .contains("limits");
                    redis.stop();
                    RedisStore store = context.getBean(RedisStore.class);
                    Keywright keywright = context.getBean(Keywright.class);
                    for (int i = 0; i < 10; i++) {
                        store.nonces().record("a", "n", 1, System.currentTimeMillis());
                    }
                    assertThat(keywright.stores().get("nonces")).hasToString("DOWN");
                    assertThat(health(context.getBean("keywrightHealthIndicator")))
                            .contains("DOWN");
                });
    }

    @Test
    void aServerThatEvictsRefusesTheStart() throws Exception {
        runner.withPropertyValues(redis("maxmemory-policy allkeys-lru"), "keywright.redis.timeout=5s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SpringStartRefusedException.class)
                        .hasMessageContaining("noeviction"));
    }

    @Test
    void aBrokenUriRefusesTheStartWithoutBeingRepeated() {
        runner.withPropertyValues("keywright.redis.uri=http://:marker-password@host")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SpringStartRefusedException.class)
                        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("marker-password")));
    }

    @Test
    void checksAreMeasuredWhereThereIsARegistry() {
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(MeterRegistry.class)
                            .get("keywright.store.up")
                            .tag("store", "nonces")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        });
    }

    @Test
    void auditGoesToTheLogUnlessTheApplicationTakesIt() {
        AuditSink own = event -> {};
        runner.run(context -> assertThat(context).hasSingleBean(Slf4jAuditSink.class));
        runner.withBean("own", AuditSink.class, () -> own)
                .run(context -> assertThat(context).doesNotHaveBean(Slf4jAuditSink.class));
    }

    /** By name, since the type is another in Spring Boot 3 and 4. */
    private static String health(Object indicator) throws ReflectiveOperationException {
        Method method = indicator.getClass().getMethod("health");
        method.setAccessible(true);
        return String.valueOf(method.invoke(indicator));
    }
}
