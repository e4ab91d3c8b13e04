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
import java.util.concurrent.TimeUnit;
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
        assertThat(count(first, "acme", two).take(0).waitNanos()).isZero();
        assertThat(count(second, "acme", two).take(0).waitNanos()).isZero();
        Taken refused = count(first, "acme", two).take(0);
        assertThat(refused.waitNanos()).isBetween(1L, Duration.ofHours(12).toNanos());
        assertThat(refused.left()).containsExactly(0);
        assertThat(count(second, "other", two).take(0).left()).containsExactly(1);
    }

    @Test
    void allQuotasHoldAndTellWhatIsLeft() throws Exception {
        SharedCount count = count(first, "acme", new Quota(3, Duration.ofHours(1)), new Quota(5, Duration.ofDays(1)));
        assertThat(count.take(0).left()).containsExactly(2, 4);
        count.take(0);
        count.take(0);
        Taken refused = count.take(0);
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
                        taken += node.take(0).waitNanos() == 0 ? 1 : 0;
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
        count(first, "acme", new Quota(2, Duration.ofDays(1))).take(0);
        long ttl = Long.parseLong(redis.command("EVAL \"for _, k in ipairs(redis.call('KEYS', '*limit*')) do"
                        + " return redis.call('TTL', k) end\" 0")
                .substring(1));
        assertThat(ttl).isBetween(1L, Duration.ofDays(1).toSeconds());
    }

    @Test
    void whatIsOwedIsChargedFirstAndNeverMoreThanThereIs() throws Exception {
        SharedCount count = count(first, "acme", new Quota(10, Duration.ofDays(1)));
        assertThat(count.take(3)).satisfies(taken -> {
            assertThat(taken.waitNanos()).isZero();
            assertThat(taken.left()).containsExactly(6);
        });
        assertThat(count.take(1_000)).satisfies(taken -> {
            assertThat(taken.waitNanos())
                    .as("one comes back after a tenth of a day")
                    .isBetween(1L, 8_640_000_000_000L);
            assertThat(taken.left()).containsExactly(0);
        });
    }

    @Test
    void onePermitIsThereAfterTheWaitThatWasTold() throws Exception {
        SharedCount count = count(first, "acme", new Quota(20, Duration.ofSeconds(1)));
        Taken taken;
        do {
            taken = count.take(0);
        } while (taken.waitNanos() == 0);
        assertThat(taken.waitNanos()).isLessThanOrEqualTo(50_000_000L);
        TimeUnit.NANOSECONDS.sleep(taken.waitNanos());
        assertThat(count.take(0).waitNanos()).isZero();
    }

    @Test
    void aRefusalChangesNothing() throws Exception {
        SharedCount count = count(first, "acme", new Quota(1, Duration.ofDays(1)), new Quota(9, Duration.ofDays(2)));
        count.take(0);
        String state =
                "EVAL \"for _, k in ipairs(redis.call('KEYS', '*limit*')) do return redis.call('GET', k) end\" 0";
        String before = redis.bulk(state);
        assertThat(count.take(0).waitNanos()).isPositive();
        assertThat(redis.bulk(state)).isEqualTo(before).matches("\\d{16} \\S+ \\S+");
        assertThat(count.take(0).left()).containsExactly(0, 8);
    }

    @Test
    void aMillionInASecondAreCountedToo() throws Exception {
        SharedCount count = count(first, "acme", new Quota(50_000_000, Duration.ofSeconds(1)));
        assertThat(count.take(0).waitNanos()).isZero();
        Taken drained = count.take(49_999_999);
        assertThat(drained.left().length).isEqualTo(1);
        SharedCount day = count(first, "other", new Quota(1_000_000_000_000L, Duration.ofDays(366)));
        assertThat(day.take(0).left()).containsExactly(999_999_999_999L);
        assertThat(day.take(0).left()[0]).isBetween(999_999_999_998L, 1_000_000_000_000L);
    }

    @Test
    void aClockThatIsSetBackGivesNothingBackAndStopsNothing() throws Exception {
        SharedCount count = count(first, "acme", new Quota(2, Duration.ofSeconds(10)));
        count.take(0);
        count.take(0);
        // As if it had been written an hour ahead.
        redis.command("EVAL \"for _, k in ipairs(redis.call('KEYS', '*limit*')) do local s = redis.call('GET', k)"
                + " redis.call('SET', k, string.gsub(s, '^%d+', function(t) return string.format('%.0f', t + 3.6e9)"
                + " end), 'PX', 60000) end return 1\" 0");
        Taken refused = count.take(0);
        assertThat(refused.waitNanos()).isBetween(1L, 5_000_000_000L);
    }
}
