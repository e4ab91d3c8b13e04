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
        boolean down;

        @Override
        public SharedLimit open(String name, List<Quota> quotas) {
            opened.add(name);
            return who -> () -> {
                if (down) {
                    throw new StoreUnavailableException("down");
                }
                long now = left.merge(name + ' ' + who, quotas.get(0).permits() - 1, (old, first) -> old - 1);
                return new Taken(now < 0 ? 1_000_000_000L : 0, new long[] {Math.max(0, now)});
            };
        }
    }

    private final Elsewhere elsewhere = new Elsewhere();
    private final Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final LimitFactory factory = new LimitFactory(RateTime.of((InstantSource) () -> now), elsewhere);

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

    @Test
    void countsByItselfWhileTheStoreIsDownAndTogetherOnceItIsBack() {
        CredentialBuckets node = node();
        assertThat(node.counter("acme").take()).isZero();
        elsewhere.down = true;
        assertThat(node.counter("acme").take()).isZero();
        assertThat(node.counter("acme").take()).isZero();
        assertThat(node.counter("acme").take()).isPositive();
        elsewhere.down = false;
        assertThat(node.counter("acme").take()).isZero();
        assertThat(node.counter("acme").take()).isPositive();
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
