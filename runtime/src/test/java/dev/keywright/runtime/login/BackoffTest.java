package dev.keywright.runtime.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    @Test
    void negativeNumbersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(-1, List.of(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(1, List.of(-1L), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(1, List.of(), 0));
    }

    @Test
    void theLastDelayHoldsForAllLaterAttempts() {
        Backoff backoff = new Backoff(1, List.of(10L, 20L), 1);
        assertThat(List.of(0, 1, 2, 3, 4, 1_000).stream().map(backoff::delayMillis))
                .containsExactly(0L, 0L, 10L, 20L, 20L, 20L);
    }

    @Test
    void withoutDelaysAttemptsAreMerelyCounted() {
        Backoff counting = new Backoff(3, List.of(), 1);
        assertThat(counting.delayMillis(100)).isZero();
        assertThat(counting.most()).isEqualTo(3);
    }
}
