package dev.keywright.adapters.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class KeywrightMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final KeywrightMetrics metrics = new KeywrightMetrics(registry);

    private double checks(String... tags) {
        return registry.get("keywright.checks").tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void countsByEndpointMechanismOutcomeAndReason() {
        metrics.decided("shop.Orders#read()", "api_key", Reason.ADMITTED, 1_000);
        metrics.decided("shop.Orders#read()", "api_key", Reason.ADMITTED, 3_000);
        metrics.decided("shop.Orders#read()", "api_key", Reason.KEY_EXPIRED, 1_000);
        metrics.decided("shop.Orders#write()", "none", Reason.CREDENTIAL_MISSING, 1_000);
        metrics.decided("shop.Orders#write()", "hmac", Reason.NONCE_STORE_UNAVAILABLE, 1_000);
        assertThat(checks("reason", "admitted", "endpoint", "shop.Orders#read()"))
                .isEqualTo(2);
        assertThat(checks("outcome", "unauthenticated")).isEqualTo(2);
        assertThat(checks("mechanism", "none", "reason", "credential_missing")).isEqualTo(1);
        assertThat(checks("outcome", "unavailable")).isEqualTo(1);
        assertThat(registry.get("keywright.check.duration")
                        .tag("endpoint", "shop.Orders#read()")
                        .tag("outcome", "admitted")
                        .timer()
                        .totalTime(TimeUnit.NANOSECONDS))
                .isEqualTo(4_000);
    }

    @Test
    void countsHowHandlersEnded() {
        metrics.completed("shop.Orders#read()", Outcome.SUCCEEDED);
        metrics.completed("shop.Orders#read()", Outcome.REFUSED);
        assertThat(registry.get("keywright.handlers")
                        .tag("outcome", "refused")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theNumberOfTagValuesIsBounded() {
        for (int i = 0; i < 100_000; i++) {
            metrics.decided("endpoint" + i, "none", Reason.UNGUARDED, 1);
        }
        assertThat(registry.getMeters()).hasSizeLessThan(2_100);
        assertThat(checks("endpoint", "(other)")).isEqualTo(99_000);
    }

    @Test
    void countsWhatIsCountedAlone() {
        metrics.watch(Keywright.builder().build());
        assertThat(registry.get("keywright.limits.alone").functionCounter().count())
                .isZero();
    }

    @Test
    void showsWhetherEachStoreAnswers() {
        KeyStore down = new KeyStore() {
            @Override
            public KeyRecord findById(String id) {
                return null;
            }

            @Override
            public Health health() {
                return Health.DOWN;
            }
        };
        metrics.watch(Keywright.builder().keyStore("partners", down).build());
        assertThat(registry.get("keywright.store.up")
                        .tag("store", "keys.partners")
                        .gauge()
                        .value())
                .isZero();
        assertThat(registry.get("keywright.store.up")
                        .tag("store", "nonces")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }
}
