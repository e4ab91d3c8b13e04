package dev.keywright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.keywright.annotations.internal.grammar.GrammarException;
import dev.keywright.runtime.audit.AuditEvent;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.login.AttemptStoreException;
import dev.keywright.runtime.login.Backoff;
import dev.keywright.runtime.login.MemoryAttemptStore;
import dev.keywright.runtime.secret.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LoginCheckTest {

    private static final EndpointPolicy LOGIN = EndpointPolicy.of("shop.Login#login(shop.Password)")
            .login(LoginPolicy.of("/email", "5 per 15 minutes", "1 KiB"))
            .build();

    private final MutableClock clock = new MutableClock();
    private final List<AuditEvent> events = new ArrayList<>();
    private final MemoryAttemptStore store = new MemoryAttemptStore();
    private final Keywright keywright = builder().build();

    private Keywright.Builder builder() {
        return Keywright.builder().clock(clock).auditSink(events::add).attemptStore(store);
    }

    private static FakeExchange login(String account, String address) {
        return FakeExchange.post("/login", "{\"email\":\"" + account + "\",\"password\":\"x\"}")
                .header("Content-Type", "application/json")
                .from(address);
    }

    private Verdict check(String account, String address) {
        return Walk.check(keywright, LOGIN, login(account, address));
    }

    /** A wrong password; the wait in seconds when it was not even looked at, else 0. */
    private long fail(String account, String address) {
        return end(check(account, address), Outcome.REFUSED);
    }

    private long succeed(String account, String address) {
        return end(check(account, address), Outcome.SUCCEEDED);
    }

    private static long end(Verdict verdict, Outcome outcome) {
        if (verdict instanceof Admitted admitted) {
            admitted.completed(outcome);
            return 0;
        }
        Denied denied = (Denied) verdict;
        assertThat(denied.status()).isEqualTo(429);
        return denied.headers().stream()
                .filter(header -> header.name().equals("Retry-After"))
                .mapToLong(header -> Long.parseLong(header.value()))
                .findFirst()
                .orElseThrow();
    }

    private void pause(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** Fails until the lock, waiting as told. */
    private void lock(String account, String address) {
        for (int i = 0; i < 5; i++) {
            long told = fail(account, address);
            if (told > 0) {
                pause(told);
                assertThat(fail(account, address)).isZero();
            }
        }
        assertThat(fail(account, address)).isBetween(890L, 900L);
    }

    @Test
    void failuresAreDelayedMoreAndMoreAndThenLocked() {
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isEqualTo(1);
        pause(1);
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isEqualTo(2);
        pause(2);
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isEqualTo(900);
        assertThat(((Denied) check("ada", "203.0.113.1")).reason()).isEqualTo(Reason.LOGIN_LOCKED);
        pause(900);
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isEqualTo(1_800);
    }

    @Test
    void aLockedAccountIsNotEvenTriedWithTheRightPassword() {
        lock("ada", "203.0.113.1");
        assertThat(succeed("ada", "203.0.113.1")).isPositive();
    }

    @Test
    void nobodyLocksAnotherOutFromElsewhere() {
        for (int i = 0; i < 100; i++) {
            for (int guess = 0; guess < 10; guess++) {
                pause(Math.min(60, fail("ada", "198.51." + i + ".7")));
            }
        }
        long told = succeed("ada", "203.0.113.1");
        assertThat(told).isBetween(1L, 60L);
        pause(told);
        assertThat(succeed("ada", "203.0.113.1")).isZero();
        assertThat(succeed("ada", "203.0.113.1")).isZero();
    }

    @Test
    void anAttackFromManyAddressesDelaysEachOfThemFromItsFirstGuessOn() {
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long seconds = fail("ada", "198.51.100." + i);
            told.add(seconds);
            pause(seconds);
            assertThat(seconds == 0 ? 0 : fail("ada", "198.51.100." + i)).isZero();
        }
        assertThat(told)
                .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
        assertThat(fail("eve", "198.51.101.1")).isZero();
    }

    @Test
    void successResetsTheAccountButNotTheAddress() {
        fail("ada", "203.0.113.1");
        fail("ada", "203.0.113.1");
        assertThat(succeed("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isZero();
        assertThat(fail("ada", "203.0.113.1")).isEqualTo(1);
        // Spraying one password over accounts, with a log-in of one's own in between.
        int tried = 0;
        while (fail("user" + tried, "203.0.113.1") == 0) {
            succeed("mallory", "203.0.113.1");
            tried++;
            assertThat(tried).isLessThan(60);
        }
        assertThat(tried).isEqualTo(50 - 5 + 1);
    }

    @Test
    void onePasswordOverManyAccountsIsStoppedByTheAddress() {
        int tried = 0;
        while (fail("user" + tried, "203.0.113.1") == 0) {
            tried++;
        }
        assertThat(tried).isEqualTo(51);
        assertThat(((Denied) check("another", "203.0.113.1")).reason()).isEqualTo(Reason.LOGIN_DELAYED);
        assertThat(fail("another", "203.0.113.2")).isZero();
    }

    @Test
    void aWholeIpv6NetworkCountsTogether() {
        int admitted = 0;
        for (int subnet = 0; subnet < 2_000; subnet++) {
            admitted += fail("user" + subnet, "2001:db8:1:" + Integer.toHexString(subnet) + "::1") == 0 ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(801);
        assertThat(fail("fresh", "2001:db8:2::1")).isZero();
    }

    @Test
    void anAddressOfTheSame64IsTheSameAddress() {
        for (int i = 0; i < 3; i++) {
            assertThat(fail("ada", "2001:db8::" + i)).isZero();
        }
        assertThat(fail("ada", "2001:db8::9")).isEqualTo(1);
    }

    @Test
    void spellingsOfOneAccountCountTogether() {
        fail("ada@shop.example", "203.0.113.1");
        fail("ADA@shop.example", "203.0.113.1");
        fail(" ada@shop.example ", "203.0.113.1");
        assertThat(fail("\\u0061da@shop.example", "203.0.113.1")).isEqualTo(1);
    }

    @Test
    void parallelGuessesDoNotRacePastTheCount() throws Exception {
        int threads = 32;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Verdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                verdicts.add(pool.submit(() -> {
                    start.await();
                    return check("ada", "203.0.113.1");
                }));
            }
            int admitted = 0;
            for (Future<Verdict> verdict : verdicts) {
                admitted += verdict.get() instanceof Admitted ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anAttemptThatNeverEndsStaysCharged() {
        for (int i = 0; i < 3; i++) {
            assertThat(check("ada", "203.0.113.1")).isInstanceOf(Admitted.class);
        }
        assertThat(fail("ada", "203.0.113.1")).isEqualTo(1);
    }

    @Test
    void onlyAPlainSuccessIsOneUnlessTheHandlerSaysOtherwise() {
        for (Outcome outcome : List.of(Outcome.REFUSED, Outcome.FAILED, Outcome.REDIRECTED)) {
            String account = "user-" + outcome;
            for (int i = 0; i < 3; i++) {
                assertThat(end(check(account, "203.0.113.1"), outcome)).isZero();
            }
            assertThat(end(check(account, "203.0.113.1"), outcome)).isEqualTo(1);
        }
        for (int i = 0; i < 10; i++) {
            Admitted admitted = (Admitted) check("redirected", "203.0.113.2");
            Objects.requireNonNull(admitted.login()).succeeded();
            admitted.completed(Outcome.REDIRECTED);
        }
        for (int i = 0; i < 3; i++) {
            Admitted admitted = (Admitted) check("says 200", "203.0.113.2");
            Objects.requireNonNull(admitted.login()).succeeded();
            Objects.requireNonNull(admitted.login()).failed();
            admitted.completed(Outcome.SUCCEEDED);
        }
        assertThat(fail("says 200", "203.0.113.2")).isEqualTo(1);
    }

    @Test
    void aSecondReportOfTheOutcomeChangesNothing() {
        for (int i = 0; i < 3; i++) {
            Admitted admitted = (Admitted) check("ada", "203.0.113.1");
            admitted.completed(Outcome.REFUSED);
            admitted.completed(Outcome.SUCCEEDED);
        }
        assertThat(fail("ada", "203.0.113.1")).isEqualTo(1);
    }

    @Test
    void failuresAreAuditedWithoutTheAccount() {
        fail("ada@shop.example", "203.0.113.1");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).reason()).isEqualTo(Reason.LOGIN_FAILED);
        assertThat(events.get(0).address()).isEqualTo("203.0.113.1");
        assertThat(events.toString()).doesNotContain("ada");
        assertThat(keywright.outcomes()).containsEntry(Reason.LOGIN_FAILED, 1L);
    }

    @Test
    void aBodyThatNamesNobodyIsRefusedAndNotCharged() {
        for (String body : List.of("", "{}", "{\"email\":\"a\",\"email\":\"b\"}", "{\"email\":\" \"}")) {
            Denied denied = (Denied) Walk.check(
                    keywright, LOGIN, FakeExchange.post("/login", body).header("Content-Type", "application/json"));
            assertThat(denied.status()).isEqualTo(400);
            assertThat(denied.reason()).isEqualTo(Reason.ACCOUNT_UNREADABLE);
        }
        assertThat(store.size()).isZero();
        FakeExchange large = FakeExchange.post("/login", "{\"email\":\"" + "a".repeat(1_100) + "\"}")
                .header("Content-Type", "application/json");
        assertThat(((Denied) Walk.check(keywright, LOGIN, large)).status()).isEqualTo(413);
    }

    @Test
    void endpointsCountByThemselves() {
        EndpointPolicy code = EndpointPolicy.of("shop.Login#code(shop.Code)")
                .login(LoginPolicy.of("/email", "5 per 15 minutes", "1 KiB"))
                .build();
        for (int i = 0; i < 3; i++) {
            end(Walk.check(keywright, code, login("ada", "203.0.113.1")), Outcome.REFUSED);
            assertThat(succeed("ada", "203.0.113.1")).isZero();
        }
        assertThat(end(Walk.check(keywright, code, login("ada", "203.0.113.1")), Outcome.REFUSED))
                .isEqualTo(1);
    }

    @Test
    void aStoreThatCannotTellClosesTheEndpoint() {
        AtomicInteger calls = new AtomicInteger();
        AttemptStore broken = new AttemptStore() {
            @Override
            public Charge charge(String name, Backoff backoff, long floorMillis, long nowMillis)
                    throws AttemptStoreException {
                throw new AttemptStoreException("out of reach");
            }

            @Override
            public void giveBack(String name, Backoff backoff, long nowMillis) {
                calls.incrementAndGet();
            }

            @Override
            public void reset(String name) {
                calls.incrementAndGet();
            }
        };
        Denied denied = (Denied) Walk.check(builder().attemptStore(broken).build(), LOGIN, login("ada", "203.0.113.1"));
        assertThat(denied.status()).isEqualTo(503);
        assertThat(denied.reason()).isEqualTo(Reason.LOGIN_STORE_UNAVAILABLE);
        assertThat(calls).hasValue(0);
    }

    @Test
    void nodesThatCountTogetherNeedTheSameKey() {
        AttemptStore shared = new AttemptStore() {
            @Override
            public Charge charge(String name, Backoff backoff, long floorMillis, long nowMillis) {
                return store.charge(name, backoff, floorMillis, nowMillis);
            }

            @Override
            public void giveBack(String name, Backoff backoff, long nowMillis) {
                store.giveBack(name, backoff, nowMillis);
            }

            @Override
            public void reset(String name) {
                store.reset(name);
            }

            @Override
            public boolean isShared() {
                return true;
            }
        };
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(
                        () -> Walk.check(builder().attemptStore(shared).build(), LOGIN, login("ada", "203.0.113.1")))
                .withMessageContaining("accountKey");
        byte[] key = new byte[32];
        for (int i = 0; i < 3; i++) {
            Keywright node = builder().attemptStore(shared).accountKey(key).build();
            assertThat(end(Walk.check(node, LOGIN, login("ada", "203.0.113.1")), Outcome.REFUSED))
                    .isZero();
        }
        Keywright node = builder().attemptStore(shared).accountKey(key).build();
        assertThat(end(Walk.check(node, LOGIN, login("ada", "203.0.113.1")), Outcome.REFUSED))
                .isEqualTo(1);
        Keywright bySecret = builder()
                .attemptStore(shared)
                .secrets(Secrets.of(Map.of("account-key", "hex:" + "00".repeat(32))))
                .build();
        assertThat(end(Walk.check(bySecret, LOGIN, login("ada", "203.0.113.1")), Outcome.REFUSED))
                .isEqualTo(1);
        Keywright shortSecret = builder()
                .attemptStore(shared)
                .secrets(Secrets.of(Map.of("account-key", "hex:" + "00".repeat(31))))
                .build();
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> Walk.check(shortSecret, LOGIN, login("ada", "203.0.113.1")));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().accountKey(new byte[31]));
    }

    @Test
    void noStepCanBeLeftOut() {
        Attempt attempt = keywright.attempt(LOGIN, login("ada", "203.0.113.1"));
        attempt.transportAllowed();
        attempt.withinOpenLimits();
        assertThatIllegalStateException().isThrownBy(attempt::loginAllowed);
        assertThatIllegalStateException().isThrownBy(attempt::admitted);
        attempt.bodyCaptured();
        assertThatIllegalStateException().isThrownBy(attempt::admitted);
        assertThat(attempt.loginAllowed()).isTrue();
        assertThat(attempt.admitted()).isInstanceOf(Admitted.class);
    }

    @Test
    void attributesFollowTheirGrammar() {
        for (String account : List.of("", "/", "//", "/a//b", "/a~", "/a~2", "a b", "$.email", "/" + "a/".repeat(20))) {
            assertThatExceptionOfType(GrammarException.class)
                    .as(account)
                    .isThrownBy(() -> LoginPolicy.of(account, "5 per 15 minutes", "1 KiB"));
        }
        for (String failures :
                List.of("", "5", "0 per minute", "5 per minute; 10 per hour", "1001 per hour", "5 per 2 days")) {
            assertThatExceptionOfType(GrammarException.class)
                    .as(failures)
                    .isThrownBy(() -> LoginPolicy.of("/email", failures, "1 KiB"));
        }
        for (String failures : List.of("1 per second", "1 per day", "1000 per day", "2 per minute", "20 per hour")) {
            EndpointPolicy policy = EndpointPolicy.of(failures)
                    .login(LoginPolicy.of("/email", failures, "1 KiB"))
                    .build();
            assertThat(Walk.check(keywright, policy, login("ada", "203.0.113.1")))
                    .isInstanceOf(Admitted.class);
        }
    }
}
