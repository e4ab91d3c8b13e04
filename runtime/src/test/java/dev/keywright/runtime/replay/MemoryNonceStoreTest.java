package dev.keywright.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.contract.NonceStoreContract;
import dev.keywright.runtime.replay.NonceStore.Answer;
import org.junit.jupiter.api.Test;

final class MemoryNonceStoreTest extends NonceStoreContract {

    private final MemoryNonceStore small = new MemoryNonceStore(1_000, 2_000, Long.MIN_VALUE);

    @Override
    protected NonceStore store() {
        return MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(100);
    }

    private int fill(String credential, long expires, long time) {
        int recorded = 0;
        while (recorded < 10_000 && small.record(credential, credential + recorded, expires, time) == Answer.RECORDED) {
            recorded++;
        }
        return recorded;
    }

    @Test
    void manyCredentialsTogetherStayWithinTheCapacityAndLeaveSomethingToEach() {
        assertThat(fill("greedy", began + 330_000, began)).isEqualTo(1_000);
        int all = 1_000;
        for (int i = 0; i < 50; i++) {
            int recorded = fill("c" + i, began + 330_000, began);
            assertThat(recorded).isPositive();
            all += recorded;
        }
        assertThat(all).isLessThanOrEqualTo(2_000);
        assertThat(small.record("greedy", "greedy0", began + 330_000, began)).isEqualTo(Answer.SEEN);
        assertThat(small.record("greedy", "new", began + 330_000, began)).isEqualTo(Answer.UNAVAILABLE);
    }

    @Test
    void whatExpiredOfCredentialsThatSignNoMoreMakesRoomForOthers() {
        fill("gone", began + 10_000, began);
        assertThat(small.size("gone")).isEqualTo(1_000);
        assertThat(fill("busy", began + 330_000, began + 20_000)).isEqualTo(1_000);
        assertThat(small.size("gone")).isZero();
    }
}
