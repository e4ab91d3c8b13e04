package dev.keywright.adapters.micrometer;

import dev.keywright.runtime.GuardObserver;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.key.KeyStore.Health;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Metrics of guards.
 *
 * <ul>
 *   <li>{@code keywright.checks}: a counter by {@code endpoint}, {@code mechanism}, {@code outcome} and {@code reason}
 *   <li>{@code keywright.check.duration}: a timer by {@code endpoint} and {@code outcome}
 *   <li>{@code keywright.handlers}: a counter of how handlers of admitted requests ended, by {@code endpoint} and
 *       {@code outcome}
 *   <li>{@code keywright.store.up}: a gauge by {@code store}, 1 or 0
 *   <li>{@code keywright.limits.alone}: a counter of how often this node counted alone what nodes count together
 * </ul>
 *
 * <p>{@code outcome} is one of {@code admitted}, {@code unauthenticated}, {@code forbidden}, {@code limited},
 * {@code unavailable} and {@code rejected}. No tag takes a value that a caller chose; endpoints beyond the first thousand are
 * counted as {@code (other)}. Safe for use by many threads.
 *
 * <pre>{@code
 * KeywrightMetrics metrics = new KeywrightMetrics(registry);
 * Keywright keywright = Keywright.builder().observer(metrics)….build();
 * metrics.watch(keywright);
 * }</pre>
 */
public final class KeywrightMetrics implements GuardObserver {

    private static final int MOST_ENDPOINTS = 1_000;
    private static final String OTHER = "(other)";

    private record Check(String endpoint, String mechanism, Reason reason) {}

    private record Meters(Counter count, Timer duration) {}

    private record End(String endpoint, Outcome outcome) {}

    private final MeterRegistry registry;
    private final Set<String> endpoints = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<Check, Meters> checks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<End, Counter> ends = new ConcurrentHashMap<>();

    /** Metrics in a registry. */
    public KeywrightMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows how the stores of an application are. The gauges hold on to it. */
    public void watch(Keywright keywright) {
        for (String store : keywright.stores().keySet()) {
            Gauge.builder("keywright.store.up", keywright, watched -> isUp(watched, store))
                    .description("Whether a store of keys, tokens, nonces or limits answers")
                    .tag("store", store)
                    .strongReference(true)
                    .register(registry);
        }
        // The registry holds counters weakly; the gauges above hold on to the application.
        FunctionCounter.builder("keywright.limits.alone", keywright, Keywright::limitsCountedAlone)
                .description("How often a limit that nodes count together was counted by this node alone")
                .register(registry);
    }

    private static double isUp(Keywright keywright, String store) {
        return keywright.stores().get(store) == Health.UP ? 1 : 0;
    }

    @Override
    public void decided(String endpoint, String mechanism, Reason reason, long nanos) {
        Check check = new Check(endpoint, mechanism, reason);
        Meters meters = checks.get(check);
        if (meters == null) {
            meters = meters(new Check(bounded(endpoint), mechanism, reason));
        }
        meters.count().increment();
        meters.duration().record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void completed(String endpoint, Outcome outcome) {
        Counter counter = ends.get(new End(endpoint, outcome));
        if (counter == null) {
            counter = ends.computeIfAbsent(new End(bounded(endpoint), outcome), this::counter);
        }
        counter.increment();
    }

    private Meters meters(Check check) {
        return checks.computeIfAbsent(
                check,
                absent -> new Meters(
                        Counter.builder("keywright.checks")
                                .description("Requests that a guard decided about")
                                .tag("endpoint", check.endpoint())
                                .tag("mechanism", check.mechanism())
                                .tag("outcome", outcome(check.reason()))
                                .tag("reason", lower(check.reason()))
                                .register(registry),
                        Timer.builder("keywright.check.duration")
                                .description("How long guards take")
                                .tag("endpoint", check.endpoint())
                                .tag("outcome", outcome(check.reason()))
                                .register(registry)));
    }

    private Counter counter(End end) {
        return Counter.builder("keywright.handlers")
                .description("How handlers of admitted requests ended")
                .tag("endpoint", end.endpoint())
                .tag("outcome", lower(end.outcome()))
                .register(registry);
    }

    private String bounded(String endpoint) {
        if (endpoints.contains(endpoint)) {
            return endpoint;
        }
        if (endpoints.size() >= MOST_ENDPOINTS) {
            return OTHER;
        }
        endpoints.add(endpoint);
        return endpoint;
    }

    private static String outcome(Reason reason) {
        return switch (reason.status()) {
            case 200 -> "admitted";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 429 -> "limited";
            case 503 -> "unavailable";
            default -> "rejected";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
