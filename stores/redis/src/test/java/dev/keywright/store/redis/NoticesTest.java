package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class NoticesTest {

    private final AtomicLong time = new AtomicLong();
    private final Notices notices = new Notices("redis.test:6379", time::get);

    @Test
    void saysOnceThatItIsAwayAndOnceThatItIsBack() {
        try (Heard heard = new Heard()) {
            notices.failed(false, "no answer in time");
            for (int i = 0; i < 100; i++) {
                notices.failed(true, "not connected");
            }
            for (int i = 0; i < 100; i++) {
                time.addAndGet(Notices.CALM.toNanos() / 10);
                notices.succeeded();
            }
            assertThat(heard.lines())
                    .isEqualTo(List.of(
                            Messages.outOfReach("redis.test:6379", "not connected"), Messages.back("redis.test:6379")));
        }
    }

    @Test
    void doesNotAlternateWhileAnswersComeAndGo() {
        try (Heard heard = new Heard()) {
            for (int i = 0; i < 100; i++) {
                notices.failed(true, "not connected");
                time.addAndGet(Notices.CALM.toNanos() - 1);
                notices.succeeded();
            }
            assertThat(heard.lines()).hasSize(1);
        }
    }
}
