package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.contract.NonceStoreContract;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.replay.NonceStore.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisNoncesTest extends NonceStoreContract {

    private static RealRedis redis;

    private RedisStore first;
    private RedisStore second;

    @BeforeAll
    static void start() {
        redis = RealRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    protected NonceStore store() {
        redis.command("FLUSHALL");
        first = redis.builder()
                .timeout(Duration.ofSeconds(5))
                .noncesPerCredential(100)
                .connect();
        return first.nonces();
    }

    private NonceStore otherNode() {
        second = redis.builder()
                .timeout(Duration.ofSeconds(5))
                .noncesPerCredential(100)
                .connect();
        return second.nonces();
    }

    @AfterEach
    void close() {
        for (RedisStore store : new RedisStore[] {first, second}) {
            if (store != null) {
                store.close();
            }
        }
    }

    private Answer record(NonceStore store, String nonce) {
        return store.record("acme", nonce, began + 330_000, System.currentTimeMillis());
    }

    @Test
    void whatOneNodeRecordedTheOtherHasSeen() {
        NonceStore store = store();
        NonceStore other = otherNode();
        assertThat(other.bornAtMillis()).isEqualTo(store.bornAtMillis());
        assertThat(record(store, "n")).isEqualTo(Answer.RECORDED);
        assertThat(other.seen("acme", "n")).isTrue();
        assertThat(record(other, "n")).isEqualTo(Answer.SEEN);
    }

    @Test
    void lostDataIsANewBirthForEveryNodeAndAdmitsNothingOfTheOld() {
        NonceStore store = store();
        NonceStore other = otherNode();
        record(store, "n");
        long born = store.bornAtMillis();
        redis.command("FLUSHALL");
        long lost = System.currentTimeMillis();
        assertThat(record(store, "n")).isEqualTo(Answer.UNAVAILABLE);
        assertThat(record(other, "n")).isEqualTo(Answer.UNAVAILABLE);
        assertThat(store.bornAtMillis()).isGreaterThan(born).isGreaterThanOrEqualTo(lost);
        assertThat(other.bornAtMillis()).isEqualTo(store.bornAtMillis());
        assertThat(record(store, "later")).isEqualTo(Answer.RECORDED);
        assertThat(record(other, "later")).isEqualTo(Answer.SEEN);
    }

    @Test
    void theBirthLiesBehindEveryClockThatMayDiffer() {
        long before = System.currentTimeMillis();
        NonceStore store = store();
        assertThat(store.bornAtMillis()).isBetween(before + 5_000, System.currentTimeMillis() + 5_000);
    }

    @Test
    void aNodeWhoseClockIsWrongAdmitsNothingAndDamagesNothing() {
        NonceStore store = store();
        assertThat(record(store, "n")).isEqualTo(Answer.RECORDED);
        long wrong = System.currentTimeMillis() + 3_600_000;
        assertThat(store.record("acme", "n", wrong + 330_000, wrong)).isEqualTo(Answer.UNAVAILABLE);
        assertThat(store.record("acme", "m", wrong + 330_000, wrong)).isEqualTo(Answer.UNAVAILABLE);
        assertThat(record(store, "n")).isEqualTo(Answer.SEEN);
    }

    @Test
    void aServerThatStartsWithEvictionAfterwardsIsNotTrusted() {
        NonceStore store = store();
        redis.command("CONFIG SET maxmemory-policy allkeys-lru");
        try {
            redis.command("FLUSHALL");
            assertThat(record(store, "n")).isEqualTo(Answer.UNAVAILABLE);
            assertThat(record(store, "n")).isEqualTo(Answer.UNAVAILABLE);
        } finally {
            redis.command("CONFIG SET maxmemory-policy noeviction");
        }
        assertThat(record(store, "n")).isEqualTo(Answer.UNAVAILABLE);
        assertThat(record(store, "n")).isEqualTo(Answer.RECORDED);
    }

    @Test
    void everythingThatIsKeptForACredentialEndsByItself() {
        NonceStore store = store();
        record(store, "n");
        assertThat(redis.command("DBSIZE")).isEqualTo(":2");
        store.record("brief", "n", System.currentTimeMillis() - 60_000, System.currentTimeMillis());
        assertThat(redis.command("EVAL \"local n = 0 for _, k in ipairs(redis.call('KEYS', '*')) do"
                        + " if redis.call('TTL', k) == -1 then n = n + 1 end end return n\" 0"))
                .as("keys without an end: the epoch alone")
                .isEqualTo(":1");
    }
}
