package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BreakerTest {

    private final AtomicLong time = new AtomicLong(-5_000_000_000L);
    private final Breaker breaker = new Breaker(time::get);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.allows()).isTrue();
            breaker.failed();
        }
    }

    @Test
    void opensAfterFailuresInARowOnly() {
        fail(Breaker.THRESHOLD - 1);
        breaker.succeeded();
        fail(Breaker.THRESHOLD - 1);
        assertThat(breaker.isOpen()).isFalse();
        fail(1);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void letsOneCallThroughAfterAPauseAndClosesWhenItSucceeds() {
        fail(Breaker.THRESHOLD);
        time.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
        breaker.succeeded();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.allows()).isTrue();
        fail(Breaker.THRESHOLD - 1);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void staysOpenForAnotherPauseWhenThatCallFails() {
        fail(Breaker.THRESHOLD);
        time.addAndGet(Breaker.PAUSE.toNanos());
        fail(1);
        assertThat(breaker.allows()).isFalse();
        time.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void aCallThatWasGivenUpLetsAnotherTry() {
        fail(Breaker.THRESHOLD);
        time.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(breaker.allows()).isTrue();
        breaker.abandoned();
        assertThat(breaker.allows()).isTrue();
    }
}
