package dev.keywright.runtime.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.runtime.contract.AttemptStoreContract;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryAttemptStoreTest extends AttemptStoreContract {

    private static final Backoff ONE = new Backoff(0, List.of(3_600_000L), 60_000);

    @Override
    protected AttemptStore store() {
        return new MemoryAttemptStore(10_000);
    }

    @Test
    void aFloodOfNamesNeitherGrowsTheStoreNorFreesAName() {
        MemoryAttemptStore store = new MemoryAttemptStore(100);
        assertThat(store.charge("victim", ONE, 0, now).isTaken()).isTrue();
        for (int i = 0; i < 100_000; i++) {
            store.charge("flood" + i, ONE, 0, now + i / 100);
        }
        assertThat(store.size()).isLessThanOrEqualTo(100 + 4096);
        assertThat(store.charge("victim", ONE, 0, now + 1_000).waitMillis()).isEqualTo(3_599_000);
    }

    @Test
    void newcomersInAFloodWaitAMinuteAtMost() {
        MemoryAttemptStore store = new MemoryAttemptStore(1);
        for (int i = 0; i < 100_000; i++) {
            store.charge("flood" + i, ONE, 0, now);
        }
        AttemptStore.Charge late = store.charge("newcomer", ONE, 0, now);
        assertThat(late.waitMillis()).isPositive().isLessThanOrEqualTo(60_000);
    }

    @Test
    void aSuccessInAFloodDoesNotWipeTheCountThatStrangersShare() {
        MemoryAttemptStore store = new MemoryAttemptStore(1);
        store.charge("first", ONE, 0, now);
        assertThat(store.charge("shared", ONE, 0, now).isTaken()).isTrue();
        store.reset("shared");
        assertThat(store.charge("shared", ONE, 0, now).isTaken()).isFalse();
    }

    @Test
    void namesThatAreAsGoodAsUnknownMakeRoom() {
        MemoryAttemptStore store = new MemoryAttemptStore(10);
        for (int i = 0; i < 10; i++) {
            store.charge("old" + i, ONE, 0, now);
        }
        long later = now + 3_600_000 + AttemptStore.GRACE_MILLIS;
        store.charge("new", ONE, 0, later);
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void theCapacityMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryAttemptStore(0));
    }
}
