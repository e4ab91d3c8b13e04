package dev.keywright.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LastUsesTest {

    private final MutableClock clock = new MutableClock();
    private final List<Map<String, Instant>> told = new ArrayList<>();
    private @Nullable KeyStoreException failure;
    private final LastUses uses = new LastUses(new Keeper(), clock, Duration.ofDays(1));

    private final class Keeper implements LastUseKeeper {
        @Override
        public @Nullable KeyRecord findById(String id) {
            return null;
        }

        @Override
        public void keepLastUses(Map<String, Instant> lastUses) throws KeyStoreException {
            if (failure != null) {
                throw failure;
            }
            told.add(lastUses);
        }
    }

    private static KeyRecord record(String id) {
        return KeyRecord.of(id, "sha256:" + "ab".repeat(32), "acme").build();
    }

    @Test
    void tellsTheStoreOnceAPeriodHoweverOftenAKeyIsUsed() {
        KeyRecord a = record("a");
        for (int i = 0; i < 1_000; i++) {
            uses.used(a);
        }
        uses.used(record("b"));
        uses.flush();
        assertThat(told).containsExactly(Map.of("a", clock.instant(), "b", clock.instant()));
        uses.flush();
        assertThat(told).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        uses.used(a);
        uses.flush();
        assertThat(told.get(1)).isEqualTo(Map.of("a", clock.instant()));
    }

    @Test
    void holdsSoManyKeysAndNoMore() {
        for (int i = 0; i < LastUses.MOST + 5_000; i++) {
            uses.used(record("key" + i));
        }
        uses.flush();
        assertThat(told.get(0)).hasSize(LastUses.MOST);
        uses.used(record("late"));
        uses.flush();
        assertThat(told.get(1)).containsOnlyKeys("late");
    }

    @Test
    void aStoreThatFailsLosesUsesAndHurtsNobody() {
        failure = new KeyStoreException("out of reach");
        KeyRecord a = record("a");
        uses.used(a);
        uses.flush();
        assertThat(told).isEmpty();
        failure = null;
        uses.used(a);
        uses.flush();
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsTheStoreALastTimeWhenItCloses() {
        uses.used(record("a"));
        uses.close();
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsTheStoreByItselfFromAThreadOfItsOwn() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        String[] thread = new String[1];
        LastUseKeeper store = new LastUseKeeper() {
            @Override
            public @Nullable KeyRecord findById(String id) {
                return null;
            }

            @Override
            public void keepLastUses(Map<String, Instant> lastUses) {
                thread[0] = Thread.currentThread().getName();
                called.countDown();
            }
        };
        try (LastUses own = new LastUses(store, clock, Duration.ofMillis(1))) {
            own.used(record("a"));
            assertThat(called.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(thread[0]).isEqualTo("keywright-last-use");
        }
    }
}
