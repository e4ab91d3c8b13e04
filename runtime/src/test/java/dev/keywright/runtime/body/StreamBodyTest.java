package dev.keywright.runtime.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.runtime.BodyBudgetException;
import dev.keywright.runtime.BodyTimeoutException;
import dev.keywright.runtime.BodyTooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StreamBodyTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final BodyBudget budget = new BodyBudget(64 * 1024);
    private int opened;

    private StreamBody body(int bytes, long contentLength, Duration deadline) {
        StreamBody.Source source = () -> {
            opened++;
            return new ByteArrayInputStream(new byte[bytes]);
        };
        return new StreamBody(source, contentLength, budget, deadline, null);
    }

    @Test
    void refusesALengthOverTheLimitBeforeTheStreamIsOpened() {
        StreamBody body = body(101, 101, LONG);
        assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> body.capture(100));
        assertThat(opened).as("what was not read needs no 100 Continue").isZero();
        assertThat(body.isCaptured()).isFalse();
        assertThat(budget.heldBytes()).isZero();
    }

    @Test
    void countsWhatIsReadWhateverTheLengthSaid() throws IOException {
        for (long said : new long[] {-1, 5, 100}) {
            assertThatExceptionOfType(BodyTooLargeException.class)
                    .as("said %d", said)
                    .isThrownBy(() -> body(101, said, LONG).capture(100));
            assertThat(body(100, said, LONG).capture(100)).hasSize(100);
        }
    }

    @Test
    void takesNoMoreTheSecondTimeThanItsCallerAllows() throws IOException {
        StreamBody body = body(100, -1, LONG);
        assertThat(body.capture(1000)).hasSize(100);
        assertThat(body.capture(100)).isSameAs(body.bytes());
        assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> body.capture(99));
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void paysForWhatItHoldsUntilItIsClosed() throws IOException {
        StreamBody first = body(40 * 1024, -1, LONG);
        first.capture(48 * 1024);
        assertThat(budget.heldBytes()).isBetween(40L * 1024, 48L * 1024 + 1);
        StreamBody second = body(40 * 1024, -1, LONG);
        assertThatExceptionOfType(BodyBudgetException.class).isThrownBy(() -> second.capture(48 * 1024));
        first.close();
        first.close();
        assertThat(budget.heldBytes()).isZero();
        assertThat(body(40 * 1024, -1, LONG).capture(48 * 1024)).hasSize(40 * 1024);
    }

    @Test
    void aLengthThatIsOnlyPromisedCostsNothing() throws IOException {
        body(1, 1 << 30, LONG).capture(1 << 30);
        assertThat(budget.heldBytes()).isLessThanOrEqualTo(8 * 1024);
    }

    @Test
    void endsWhenTheTimeIsOver() {
        StreamBody body = body(10, -1, Duration.ZERO);
        assertThatExceptionOfType(BodyTimeoutException.class).isThrownBy(() -> body.capture(100));
        assertThat(body.isCaptured()).isFalse();
        assertThat(budget.heldBytes()).isZero();
    }
}
