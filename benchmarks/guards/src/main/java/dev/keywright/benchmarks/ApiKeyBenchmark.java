package dev.keywright.benchmarks;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An admitted API key, beside SHA-256 of that key, a comparison and one Bucket4j token. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ApiKeyBenchmark {

    private static final long PERMITS = 1_000_000_000L;
    private static final EndpointPolicy POLICY = EndpointPolicy.of("shop.Orders#create()")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "orders:write"))
            .limit(LimitBy.CREDENTIAL, PERMITS + " per second")
            .build();

    private final RecordedExchange exchange = new RecordedExchange("POST", new byte[0]);
    private final NewApiKey key = ApiKeys.create("shop", "acme").with(record -> record.scopes("orders:write"));
    private final Keywright keywright =
            Keywright.builder().keyStore(new MemoryKeyStore().put(key.record())).build();
    private final byte[] digest = new byte[32];
    private MessageDigest sha256;
    private Bucket bucket;

    @Setup
    public void prepare() throws Exception {
        exchange.header("X-API-Key", key.key());
        sha256 = MessageDigest.getInstance("SHA-256");
        System.arraycopy(sha256.digest(key.key().getBytes(StandardCharsets.US_ASCII)), 0, digest, 0, 32);
        bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(PERMITS).refillGreedy(PERMITS, Duration.ofSeconds(1)))
                .withNanosecondPrecision()
                .build();
        if (guard().getClass().getSimpleName().equals("Denied")) {
            throw new IllegalStateException("The request under measurement must be admitted.");
        }
    }

    @Benchmark
    public boolean primitive() {
        byte[] presented = sha256.digest(key.key().getBytes(StandardCharsets.US_ASCII));
        return MessageDigest.isEqual(presented, digest) & bucket.tryConsume(1);
    }

    @Benchmark
    public Verdict guard() {
        Attempt attempt = keywright.attempt(POLICY, exchange);
        if (!attempt.transportAllowed()
                || !attempt.withinOpenLimits()
                || !attempt.apiKeyPresented()
                || !attempt.credentialsKnown()
                || !attempt.inGoodStanding()
                || !attempt.scopesHeld()
                || !attempt.withinCredentialLimits()) {
            return attempt.denied();
        }
        return attempt.admitted();
    }
}
