package dev.keywright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class AddressLimitTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final LimitFactory memory = new LimitFactory(RateTime.of((InstantSource) now::get), null);

    private static InetAddress v4(int value) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesNobodyAFreshBucketForCrowdingOutTheirOldOneAndStaysBounded() {
        AddressLimits limits = new AddressLimits(1_000, memory);
        AddressLimit limit = limits.limit("address", "test", "1 per hour");
        InetAddress attacker = v4(0xCB007107);
        assertThat(limit.take(attacker)).isZero();
        for (int i = 0; i < 200_000; i++) {
            limit.take(v4(0x0A000000 + i * 97));
        }
        assertThat(limit.take(attacker)).isPositive();
        assertThat(limits.size()).isLessThanOrEqualTo(1_000 + 4_096);
    }

    @Test
    void makesRoomOnceBucketsAreFullAgain() {
        AddressLimits limits = new AddressLimits(10, memory);
        AddressLimit limit = limits.limit("address", "test", "1 per minute");
        for (int i = 0; i < 10; i++) {
            limit.take(v4(i << 16));
        }
        now.updateAndGet(instant -> instant.plusSeconds(61));
        assertThat(limit.take(v4(0x01020304))).isZero();
        assertThat(limits.size()).isEqualTo(1);
    }

    @Test
    void countsAnIpv6NetworkAsAWholeToo() {
        AddressLimit limit = new AddressLimits(1_000, memory).limit("address", "test", "1 per hour");
        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += limit.take(address("2001:db8:7:" + Integer.toHexString(i) + "::1")) == 0 ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(16);
    }

    @Test
    void aNetworkThatUsedUpItsShareFillsNoTable() {
        AddressLimits limits = new AddressLimits(1_000, memory);
        AddressLimit limit = limits.limit("address", "test", "1 per hour");
        for (int i = 0; i < 10_000; i++) {
            InetAddress one = address("2001:db8:7:" + Integer.toHexString(i) + "::1");
            limit.take(one);
            assertThat(limit.counter(one)).isNotNull();
        }
        assertThat(limits.size()).isEqualTo(16 + 1);
        assertThat(limit.take(address("2001:db8:8:1::1"))).isZero();
        assertThat(limit.take(address("2001:db8:8:1::2"))).isPositive();
    }

    @Test
    void oneGroupThatUsedUpItsOwnLeavesTheRestOfItsNetworkTheirs() {
        AddressLimit limit = new AddressLimits(1_000, memory).limit("address", "test", "1 per hour");
        for (int i = 0; i < 100; i++) {
            limit.take(address("2001:db8:7:1::1"));
        }
        for (int i = 2; i <= 16; i++) {
            assertThat(limit.take(address("2001:db8:7:" + Integer.toHexString(i) + "::1")))
                    .isZero();
        }
    }
}
