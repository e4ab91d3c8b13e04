package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.login.Backoff;
import dev.keywright.runtime.replay.NonceStore.Answer;
import dev.keywright.runtime.shared.SharedLimits.Quota;
import dev.keywright.runtime.shared.SharedLimits.SharedCount;
import dev.keywright.runtime.shared.StoreUnavailableException;
import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class RedisStoreTest {

    private static final String PASSWORD = "marker-of-a-password";
    private static final String NAME_SECRET = "a-secret-for-names-of-at-least-32-bytes";

    private static void refused(ThrowingCallable start, String why) {
        assertThatExceptionOfType(RedisStartException.class)
                .isThrownBy(start)
                .withMessageContaining(why)
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(PASSWORD));
    }

    @Test
    void refusesToStartWhereNothingAnswers() {
        RealRedis redis = RealRedis.start();
        redis.close();
        refused(() -> redis.builder().connect(), "cannot be reached");
    }

    @Test
    void refusesToStartOnAServerThatEvicts() {
        for (String policy : List.of("allkeys-lru", "volatile-ttl")) {
            try (RealRedis redis = RealRedis.start("--maxmemory-policy", policy)) {
                refused(() -> redis.builder().connect(), policy);
            }
        }
    }

    @Test
    void refusesToStartOnAReplica() {
        try (RealRedis primary = RealRedis.start();
                RealRedis replica = RealRedis.start(
                        "--replicaof",
                        "127.0.0.1",
                        primary.uri().substring(primary.uri().lastIndexOf(':') + 1))) {
            refused(() -> replica.builder().connect(), "replica");
        }
    }

    @Test
    void neverRepeatsAPassword() {
        try (RealRedis redis = RealRedis.start("--requirepass", "another")) {
            String uri = redis.uri().replace("redis://", "redis://:" + PASSWORD + "@");
            refused(() -> RedisStore.at(uri).connect(), "cannot be reached");
            refused(() -> redis.builder().connect(), "NOAUTH");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisStore.at("http://user:" + PASSWORD + "@host"))
                .withMessageContaining("redis://")
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(PASSWORD));
    }

    @Test
    void takesAServerThatAsksForAPassword() {
        try (RealRedis redis = RealRedis.start("--requirepass", PASSWORD);
                RedisStore store = RedisStore.at(redis.uri().replace("redis://", "redis://:" + PASSWORD + "@"))
                        .connect()) {
            assertThat(store.health()).isEqualTo(Health.UP);
        }
    }

    @Test
    void checksItsSettings() {
        RedisStore.Builder builder = RedisStore.at("redis://localhost");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.prefix("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.prefix(""));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ofMillis(9)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ofSeconds(6)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.noncesPerCredential(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tokensPerOwner(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.attemptNames(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.nodes(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.nodes(101));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.nameSecret("short"));
    }

    private static void useAll(RedisStore store) throws Exception {
        long now = System.currentTimeMillis();
        store.nonces().record("hook/marker-credential", "marker-nonce-0123456789", now + 330_000, now);
        store.limits()
                .open("marker-limit", List.of(new Quota(5, Duration.ofHours(1))))
                .of("marker-who")
                .take(0);
        store.attempts().charge("marker-account", new Backoff(1, List.of(60_000L), 60_000), 0, now);
        store.tokens()
                .save(
                        List.of(new TokenRecord(
                                "marker-id",
                                TokenRecord.Kind.ACCESS,
                                KeyHasher.sha256().digest("marker-secret"),
                                "marker-family",
                                "somebody",
                                Set.of(),
                                Map.of(),
                                now,
                                now + 60_000)),
                        now);
    }

    @Test
    void keepsNoNameInTheClear() throws Exception {
        try (RealRedis redis = RealRedis.start();
                RedisStore store = redis.builder().nameSecret(NAME_SECRET).connect()) {
            useAll(store);
            String all = redis.everything();
            assertThat(all).contains("keywright:epoch").contains("keywright:nonces:");
            for (String marker : List.of(
                    "marker-credential",
                    "marker-nonce",
                    "marker-limit",
                    "marker-who",
                    "marker-account",
                    "marker-secret",
                    NAME_SECRET)) {
                assertThat(all).doesNotContain(marker);
            }
        }
    }

    @Test
    void applicationsWithPrefixesOfTheirOwnShareNothing() throws Exception {
        try (RealRedis redis = RealRedis.start();
                RedisStore one = redis.builder().prefix("one").connect();
                RedisStore two = redis.builder().prefix("two").connect()) {
            long now = System.currentTimeMillis();
            assertThat(one.nonces().record("a", "n", now + 60_000, now)).isEqualTo(Answer.RECORDED);
            assertThat(two.nonces().record("a", "n", now + 60_000, now)).isEqualTo(Answer.RECORDED);
        }
    }

    @Test
    void aServerThatStallsIsAskedNoMoreAndServesAgainWhenItGoesOn() throws Exception {
        try (RealRedis redis = RealRedis.start();
                RedisStore store =
                        redis.builder().timeout(Duration.ofSeconds(1)).connect();
                Heard heard = new Heard()) {
            SharedCount limit = store.limits()
                    .open("l", List.of(new Quota(1_000_000, Duration.ofHours(1))))
                    .of("x");
            redis.freeze();
            long calls = 0;
            while (store.health() == Health.UP) {
                long now = System.currentTimeMillis();
                assertThat(store.nonces().record("a", "n" + calls++, now + 330_000, now))
                        .isEqualTo(Answer.UNAVAILABLE);
            }
            assertThat(calls).isEqualTo(Breaker.THRESHOLD);
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> limit.take(0));
            assertThatExceptionOfType(TokenStoreException.class)
                    .isThrownBy(() -> store.tokens().find("t"));
            assertThat(store.attempts()
                            .charge("n", new Backoff(0, List.of(60_000L), 60_000), 0, System.currentTimeMillis())
                            .isTaken())
                    .isTrue();
            redis.thaw();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            for (long i = calls; heard.lines().size() < 2 && System.nanoTime() < end; i++) {
                long now = System.currentTimeMillis();
                store.nonces().record("a", "n" + i, now + 330_000, now);
            }
            assertThat(limit.take(0).waitNanos()).isZero();
            assertThat(store.health()).isEqualTo(Health.UP);
            assertThat(heard.lines())
                    .hasSize(2)
                    .satisfies(lines -> assertThat(lines.get(0)).contains("out of reach (no answer in time)"))
                    .satisfies(lines -> assertThat(lines.get(1)).contains("is back"));
        }
    }

    @Test
    void aNodeThatGetsNoRequestsBecauseItIsDownFindsOutThatItIsUp() {
        try (RealRedis redis = RealRedis.start();
                RedisStore store =
                        redis.builder().timeout(Duration.ofSeconds(1)).connect()) {
            redis.kill();
            while (store.health() == Health.UP) {
                long now = System.currentTimeMillis();
                store.nonces().record("a", "n" + now, now + 330_000, now);
            }
            assertThat(store.health()).isEqualTo(Health.DOWN);
            redis.startAgain();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (store.health() == Health.DOWN && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(store.health()).isEqualTo(Health.UP);
        }
    }

    @Test
    void aServerWithoutMemoryLeftStillServesWhatNeedsNone() throws Exception {
        try (RealRedis redis = RealRedis.start();
                RedisStore store = redis.builder().connect();
                Heard heard = new Heard()) {
            long now = System.currentTimeMillis();
            store.nonces().record("a", "before", now + 330_000, now);
            redis.command("CONFIG SET maxmemory 1");
            for (int i = 0; i < 3 * Breaker.THRESHOLD; i++) {
                now = System.currentTimeMillis();
                assertThat(store.nonces().record("a", "n" + i, now + 330_000, now))
                        .isEqualTo(Answer.UNAVAILABLE);
            }
            assertThat(store.health()).isEqualTo(Health.UP);
            assertThat(store.tokens().find("nobody's")).isNull();
            assertThat(store.nonces().record("a", "before", now + 330_000, now)).isEqualTo(Answer.SEEN);
            assertThat(heard.lines()).hasSize(1).allMatch(line -> line.contains("has reached its maxmemory"));
        }
    }

    @Test
    void manyCredentialsLeaveRoomForTheRest() {
        try (RealRedis redis = RealRedis.start("--maxmemory", "6mb");
                RedisStore store = redis.builder().connect()) {
            long later = System.currentTimeMillis() + 330_000;
            int recorded = 0;
            for (int i = 0; i < 60_000; i++) {
                Answer answer = store.nonces().record("noisy" + i % 40, "n" + i, later, System.currentTimeMillis());
                recorded += answer == Answer.RECORDED ? 1 : 0;
            }
            assertThat(recorded).isBetween(10_000, 50_000);
            for (int i = 0; i < 50; i++) {
                assertThat(store.nonces().record("late" + i, "n", later, System.currentTimeMillis()))
                        .isEqualTo(Answer.RECORDED);
            }
        }
    }

    @Test
    void aServerWithoutMemoryLeftRefusesRefusesNewNoncesAndForgetsNone() {
        try (RealRedis redis = RealRedis.start("--maxmemory", "3mb");
                RedisStore store = redis.builder().connect()) {
            long later = System.currentTimeMillis() + 330_000;
            int recorded = 0;
            while (store.nonces().record("a", "n" + recorded, later, System.currentTimeMillis()) == Answer.RECORDED) {
                recorded++;
            }
            assertThat(recorded).isGreaterThan(1_000);
            redis.command("CONFIG SET maxmemory 100mb");
            for (int i = 0; i < recorded; i += 97) {
                assertThat(store.nonces().record("a", "n" + i, later, System.currentTimeMillis()))
                        .isEqualTo(Answer.SEEN);
            }
        }
    }
}
