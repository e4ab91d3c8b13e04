package dev.keywright.store.redis;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Three nodes with the product's own time-out call under one limit as fast as they can, while Redis is kept busy with other
 * work for part of the time: how many calls are admitted, and how many each second are answered.
 *
 * <p>{@code LimitRace LIMIT CALLS THREADS BUSY_MILLIS}.
 */
final class LimitRace {

    private LimitRace() {}

    public static void main(String[] args) throws Exception {
        long limit = Long.parseLong(args[0]);
        long calls = Long.parseLong(args[1]);
        int threads = Integer.parseInt(args[2]);
        long busy = Long.parseLong(args[3]);
        System.out.println(run(limit, calls, threads, busy));
        System.exit(0);
    }

    /** What came of a race. */
    record Result(long limit, long calls, long admitted, long millis) {}

    static Result run(long limit, long calls, int threads, long busyMillis) throws Exception {
        EndpointPolicy policy = EndpointPolicy.of("race#orders")
                .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
                .limit(LimitBy.CREDENTIAL, limit + " per day")
                .build();
        NewApiKey key = ApiKeys.create("shop", "acme");
        List<RedisStore> stores = new ArrayList<>();
        List<Keywright> nodes = new ArrayList<>();
        ExecutorService pool = Executors.newCachedThreadPool();
        AtomicBoolean racing = new AtomicBoolean(true);
        try (RealRedis redis = RealRedis.start()) {
            for (int i = 0; i < 3; i++) {
                RedisStore store = RedisStore.at(redis.uri()).nodes(3).connect();
                stores.add(store);
                nodes.add(store.configure(Keywright.builder())
                        .keyStore(new MemoryKeyStore().put(key.record()))
                        .auditSink(event -> {})
                        .accountKey(new byte[32])
                        .build());
            }
            for (Keywright node : nodes) {
                admits(node, policy, key.key());
            }
            Future<?> work = pool.submit(() -> keepBusy(redis, busyMillis, racing));
            AtomicLong admitted = new AtomicLong(3);
            long began = System.nanoTime();
            List<Future<?>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Keywright node = nodes.get(t % nodes.size());
                parts.add(pool.submit(() -> {
                    for (long n = 0; n < calls / threads; n++) {
                        if (admits(node, policy, key.key())) {
                            admitted.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
            long millis = (System.nanoTime() - began) / 1_000_000;
            racing.set(false);
            work.get();
            return new Result(limit, calls, admitted.get(), millis);
        } finally {
            racing.set(false);
            pool.shutdownNow();
            stores.forEach(RedisStore::close);
        }
    }

    /** Other work, of which each piece takes longer than a node waits; Redis does one thing at a time. */
    private static void keepBusy(RealRedis redis, long millis, AtomicBoolean racing) {
        while (millis > 0 && racing.get()) {
            redis.command("EVAL \"local t = redis.call('TIME') local s = t[1] * 1000 + t[2] / 1000"
                    + " repeat t = redis.call('TIME') until t[1] * 1000 + t[2] / 1000 > s + " + millis
                    + " return 1\" 0");
        }
    }

    private static boolean admits(Keywright keywright, EndpointPolicy policy, String key) {
        return FloodGuards.admits(
                keywright, policy, new FloodRequest(InetAddress.getLoopbackAddress()).header("X-API-Key", key));
    }
}
