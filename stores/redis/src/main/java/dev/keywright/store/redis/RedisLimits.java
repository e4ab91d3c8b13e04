package dev.keywright.store.redis;

import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.shared.SharedLimits;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.VerboseBucket;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import java.time.Duration;
import java.util.List;

/**
 * Limits of all nodes: Bucket4j's buckets, each under a key that Redis forgets once the bucket must be full again. Calls of
 * one node for one bucket that come at the same time travel together, so that a busy limit is no contest between threads.
 */
final class RedisLimits implements SharedLimits {

    private final Line line;
    private final Names names;
    private final ProxyManager<byte[]> buckets;

    RedisLimits(Line line, Names names, Duration timeout) {
        this.line = line;
        this.names = names;
        this.buckets = Bucket4jLettuce.casBasedBuilder(line.connection())
                .requestTimeout(timeout)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(5)))
                .build();
    }

    /** Asks once before the first request does: loading all classes takes longer than a command may. */
    void warmUp() {
        byte[] key = names.fixed("warm-up");
        VerboseBucket bucket = buckets.builder()
                .withOptimization(Optimizations.batching())
                .build(key, () -> configuration(List.of(new Quota(1, Duration.ofSeconds(1)))))
                .asVerbose();
        try {
            take(bucket);
            buckets.removeProxy(key);
        } catch (RuntimeException e) {
            // The first request will find out in its own time.
        }
    }

    @Override
    public SharedLimit open(String name, List<Quota> quotas) {
        BucketConfiguration configuration = configuration(quotas);
        return who -> {
            VerboseBucket bucket = buckets.builder()
                    .withOptimization(Optimizations.batching())
                    .build(names.key("limit", name + '\0' + who), () -> configuration)
                    .asVerbose();
            return () -> line.ask(() -> take(bucket));
        };
    }

    @Override
    public Health health() {
        return line.isUp() ? Health.UP : Health.DOWN;
    }

    private static Taken take(VerboseBucket bucket) {
        VerboseResult<ConsumptionProbe> result = bucket.tryConsumeAndReturnRemaining(1);
        ConsumptionProbe probe = result.getValue();
        long wait = probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
        return new Taken(wait, result.getDiagnostics().getAvailableTokensPerEachBandwidth());
    }

    private static BucketConfiguration configuration(List<Quota> quotas) {
        ConfigurationBuilder builder = BucketConfiguration.builder();
        for (Quota quota : quotas) {
            builder.addLimit(Bandwidth.builder()
                    .capacity(quota.permits())
                    .refillGreedy(quota.permits(), quota.period())
                    .build());
        }
        return builder.build();
    }
}
