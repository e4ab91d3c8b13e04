package dev.keywright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.shared.StoreUnavailableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SharedCounterTest {

    /** Counts as another process would: by name, for everybody who opens it. */
    private static final class Elsewhere implements SharedLimits {
        final Map<String, Long> left = new HashMap<>();
        final List<String> opened = new ArrayList<>();
        final List<Long> paid = new ArrayList<>();
        boolean down;
        boolean slow;
        int nodes = 1;

        @Override
        public int nodes() {
            return nodes;
        }

        @Override
        public SharedLimit open(String name, List<Quota> quotas) {
            opened.add(name);
            return who -> owed -> {
                if (down) {
                    throw new StoreUnavailableException("down");
                }
                long permits = quotas.get(0).permits();
                long before = Math.max(0, left.getOrDefault(name + ' ' + who, permits) - owed);
                long now = Math.max(0, before - 1);
                left.put(name + ' ' + who, now);
                paid.add(owed);
                if (slow) {
                    throw new StoreUnavailableException("late", true);
                }
                return new Taken(before < 1 ? 1_000_000_000L : 0, new long[] {now});
            };
        }
    }

    private final Elsewhere elsewhere = new Elsewhere();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private int alone;
    private final LimitFactory factory =
            new LimitFactory(RateTime.of((InstantSource) () -> now), elsewhere, () -> alone++);

    private CredentialBuckets node() {
        return new CredentialBuckets(factory.limit("credential", "shop.Orders#read()", "2 per hour", 1), "0/");
    }

    @Test
    void countsWhatAnotherNodeTook() {
        CredentialBuckets first = node();
        CredentialBuckets second = node();
        assertThat(first.counter("acme").take()).isZero();
        assertThat(second.counter("acme").take()).isZero();
        assertThat(first.counter("acme").take()).isEqualTo(1_000_000_000L);
        assertThat(second.counter("other").take()).isZero();
    }

    private Counter counter(String limit) {
        return factory.limit("credential", "shop.Orders#read()", limit, 1).newCounter("acme");
    }

    private static int admitted(Counter counter, int calls) {
        int admitted = 0;
        for (int i = 0; i < calls; i++) {
            admitted += counter.take() == 0 ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void goesOnFromWhatTheStoreSaidLastWhileItIsDown() {
        Counter counter = counter("10 per hour");
        assertThat(admitted(counter, 7)).isEqualTo(7);
        elsewhere.down = true;
        assertThat(admitted(counter, 100)).isEqualTo(3);
        now = now.plusSeconds(720);
        assertThat(admitted(counter, 100))
                .as("a fifth of an hour gives two back")
                .isEqualTo(2);
        assertThat(alone).isEqualTo(200);
    }

    @Test
    void aLimitThatWasUsedUpStaysSoWhenTheStoreGoesDown() {
        Counter counter = counter("10 per hour");
        assertThat(admitted(counter, 50)).isEqualTo(10);
        elsewhere.down = true;
        assertThat(admitted(counter, 50)).isZero();
    }

    @Test
    void whatCameBackBeforeTheStoreWentDownCounts() {
        Counter counter = counter("10 per hour");
        admitted(counter, 10);
        now = now.plusSeconds(1_080);
        elsewhere.down = true;
        assertThat(admitted(counter, 50)).isEqualTo(3);
    }

    @Test
    void withoutAnyWordOfTheStoreANodeGivesOutItsShare() {
        elsewhere.down = true;
        assertThat(admitted(counter("10 per hour"), 50)).isEqualTo(10);
        elsewhere.nodes = 3;
        assertThat(admitted(counter("10 per hour"), 50)).isEqualTo(3);
        assertThat(admitted(counter("2 per hour"), 50)).as("never nothing").isEqualTo(1);
    }

    @Test
    void aShareComesBackAtTheRateOfAShare() {
        elsewhere.nodes = 3;
        elsewhere.down = true;
        Counter counter = counter("30 per hour");
        assertThat(admitted(counter, 50)).isEqualTo(10);
        now = now.plusSeconds(1_800);
        assertThat(admitted(counter, 50)).isEqualTo(5);
    }

    @Test
    void whatIsLeftIsSharedRoundedUp() {
        elsewhere.nodes = 3;
        Counter counter = counter("30 per hour");
        assertThat(admitted(counter, 25)).isEqualTo(25);
        elsewhere.down = true;
        assertThat(admitted(counter, 50)).isEqualTo(2);
    }

    @Test
    void everyQuotaIsSharedByItself() {
        elsewhere.nodes = 2;
        elsewhere.down = true;
        Counter counter = counter("10 per minute; 12 per day");
        assertThat(admitted(counter, 50)).isEqualTo(5);
        now = now.plusSeconds(60);
        assertThat(admitted(counter, 50)).as("of the day one is left").isEqualTo(1);
    }

    @Test
    void whatWasGivenOutAloneIsChargedOnceTheStoreHasAnswered() {
        Counter counter = counter("10 per hour");
        admitted(counter, 2);
        elsewhere.down = true;
        assertThat(admitted(counter, 3)).isEqualTo(3);
        elsewhere.down = false;
        assertThat(admitted(counter, 50)).as("10 but for 2 and 3").isEqualTo(5);
        assertThat(elsewhere.paid.stream().mapToLong(Long::longValue).sum()).isEqualTo(3);
    }

    @Test
    void aLateAnswerIsNoDebt() {
        Counter counter = counter("10 per hour");
        admitted(counter, 2);
        elsewhere.slow = true;
        assertThat(admitted(counter, 3)).isEqualTo(3);
        elsewhere.slow = false;
        assertThat(admitted(counter, 50)).isEqualTo(5);
        assertThat(elsewhere.paid).containsOnly(0L);
    }

    @Test
    void aStoreThatComesAndGoesGivesNobodyMore() {
        Counter counter = counter("10 per hour");
        int admitted = 0;
        for (int i = 0; i < 200; i++) {
            elsewhere.down = i % 3 != 0;
            admitted += admitted(counter, 1);
        }
        assertThat(admitted)
                .as("one more for what is owed when it answers first")
                .isBetween(10, 11);
    }

    @Test
    void tellsWhatIsLeftWhileItCountsAlone() {
        LimitSet limits = factory.limit("credential", "shop.Orders#read()", "10 per hour", 1);
        Counter counter = limits.newCounter("acme");
        admitted(counter, 2);
        elsewhere.down = true;
        admitted(counter, 3);
        StringBuilder state = new StringBuilder();
        limits.appendState(state, counter);
        assertThat(state).hasToString("\"credential\";r=5;t=1800");
    }

    @Test
    void showsWhatIsLeftWithoutAskingAgain() {
        LimitSet limits = factory.limit("credential", "shop.Orders#read()", "2 per hour", 1);
        Counter counter = limits.newCounter("acme");
        StringBuilder before = new StringBuilder();
        limits.appendState(before, counter);
        counter.take();
        StringBuilder after = new StringBuilder();
        limits.appendState(after, counter);
        assertThat(before).hasToString("\"credential\";r=2;t=0");
        assertThat(after).hasToString("\"credential\";r=1;t=1800");
        assertThat(elsewhere.left.values()).containsExactly(1L);
    }

    @Test
    void tellsLimitsApartByScopeAndText() {
        factory.limit("credential", "a", "2 per hour", 1);
        factory.limit("credential", "b", "2 per hour", 1);
        factory.limit("credential", "a", "3 per hour", 1);
        factory.limit("credential", "a", "3 per hour", 16);
        assertThat(elsewhere.opened).doesNotHaveDuplicates();
    }

    @Test
    void keepsACrowdOfAddressesOutOfTheSharedStore() throws UnknownHostException {
        AddressLimit limit = new AddressLimits(10, factory).limit("address", "shop", "1 per hour");
        for (int i = 0; i < 1_000; i++) {
            limit.take(InetAddress.getByAddress(new byte[] {10, 1, (byte) (i >> 8), (byte) i}));
        }
        assertThat(elsewhere.left).hasSize(10);
    }
}
