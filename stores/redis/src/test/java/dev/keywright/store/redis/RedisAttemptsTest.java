package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.contract.AttemptStoreContract;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.login.AttemptStore.Charge;
import dev.keywright.runtime.login.Backoff;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisAttemptsTest extends AttemptStoreContract {

    private static final Backoff HOUR = new Backoff(1, List.of(3_600_000L), 60_000);

    private static RealRedis redis;

    private RedisStore store;

    @BeforeAll
    static void start() {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected AttemptStore store() {
        return store(100_000);
    }

    private AttemptStore store(int names) {
        redis.command("FLUSHALL");
        store = redis.builder()
                .timeout(Duration.ofSeconds(2))
                .attemptNames(names)
                .connect();
        return store.attempts();
    }

    @Test
    void whatOneNodeChargedTheOtherRefuses() throws Exception {
        AttemptStore first = store();
        first.charge("n", HOUR, 0, now);
        first.charge("n", HOUR, 0, now);
        try (RedisStore node = redis.builder().connect()) {
            assertThat(node.attempts().charge("n", HOUR, 0, now)).isEqualTo(new Charge(2, 3_600_000));
            node.attempts().reset("n");
        }
        assertThat(first.charge("n", HOUR, 0, now)).isEqualTo(new Charge(1, 0));
    }

    @Test
    void namesBeyondTheCapacityAreCountedByTheNodeAlone() throws Exception {
        AttemptStore attempts = store(10);
        for (int i = 0; i < 1_000; i++) {
            assertThat(attempts.charge("n" + i, HOUR, 0, now).isTaken() || i >= 10)
                    .isTrue();
        }
        assertThat(redis.command("DBSIZE"))
                .as("ten names, their index, the epoch")
                .isEqualTo(":12");
        assertThat(attempts.charge("n0", HOUR, 0, now)).isEqualTo(new Charge(2, 0));
        assertThat(attempts.charge("n0", HOUR, 0, now)).isEqualTo(new Charge(2, 3_600_000));
    }
}
