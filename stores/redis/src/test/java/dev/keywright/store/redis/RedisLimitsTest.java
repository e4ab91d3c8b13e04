package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.shared.SharedLimits.Quota;
import dev.keywright.runtime.shared.SharedLimits.SharedCount;
import dev.keywright.runtime.shared.SharedLimits.Taken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RedisLimitsTest {

    private final RealRedis redis = RealRedis.start();
    private RedisStore first;
    private RedisStore second;

    @BeforeEach
    void connect() {
        first = redis.builder().timeout(Duration.ofSeconds(2)).connect();
        second = redis.builder().timeout(Duration.ofSeconds(2)).connect();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        redis.close();
    }

    private static SharedCount count(RedisStore node, String who, Quota... quotas) {
        return node.limits()
                .open("shop.Orders#read() credential", List.of(quotas))
                .of(who);
    }

    @Test
    void nodesCountTogetherAndCallersApart() throws Exception {
        Quota two = new Quota(2, Duration.ofDays(1));
        assertThat(count(first, "acme", two).take().waitNanos()).isZero();
        assertThat(count(second, "acme", two).take().waitNanos()).isZero();
        Taken refused = count(first, "acme", two).take();
        assertThat(refused.waitNanos()).isBetween(1L, Duration.ofHours(12).toNanos());
        assertThat(refused.left()).containsExactly(0);
        assertThat(count(second, "other", two).take().left()).containsExactly(1);
    }

    @Test
    void allQuotasHoldAndTellWhatIsLeft() throws Exception {
        SharedCount count = count(first, "acme", new Quota(3, Duration.ofHours(1)), new Quota(5, Duration.ofDays(1)));
        assertThat(count.take().left()).containsExactly(2, 4);
        count.take();
        count.take();
        Taken refused = count.take();
        assertThat(refused.waitNanos()).isPositive();
        assertThat(refused.left()).containsExactly(0, 2);
    }

    @Test
    void manyThreadsOfTwoNodesGetAsManyAsThereAre() throws Exception {
        Quota hundred = new Quota(100, Duration.ofDays(1));
        List<SharedCount> nodes = List.of(count(first, "acme", hundred), count(second, "acme", hundred));
        ExecutorService pool = Executors.newFixedThreadPool(32);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                SharedCount node = nodes.get(i % 2);
                answers.add(pool.submit(() -> {
                    int taken = 0;
                    for (int j = 0; j < 20; j++) {
                        taken += node.take().waitNanos() == 0 ? 1 : 0;
                    }
                    return taken;
                }));
            }
            int all = 0;
            for (Future<Integer> answer : answers) {
                all += answer.get();
            }
            assertThat(all).isEqualTo(100);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aCountIsForgottenOnceItIsFullAgain() throws Exception {
        count(first, "acme", new Quota(2, Duration.ofDays(1))).take();
        long ttl = Long.parseLong(redis.command("EVAL \"for _, k in ipairs(redis.call('KEYS', '*limit*')) do"
                        + " return redis.call('TTL', k) end\" 0")
                .substring(1));
        assertThat(ttl).isBetween(1L, Duration.ofDays(1).toSeconds());
    }
}
