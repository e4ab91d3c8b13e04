package dev.keywright.runtime.limit;

import java.net.InetAddress;

/**
 * The addresses that count as one: an IPv4 address by itself, an IPv6 address with its /64, since one subscriber has all of
 * that; and again with its /48.
 *
 * @param high the first eight bytes of an IPv6 address, cut to the prefix; the IPv4 address
 * @param bits the length of the prefix; 32 for IPv4
 */
public record AddressGroup(long high, int bits) {

    /** The group that counts by itself. */
    public static AddressGroup narrow(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? new AddressGroup(first(bytes, 4), 32) : new AddressGroup(first(bytes, 8), 64);
    }

    /** The /48 of an IPv6 /64. */
    public AddressGroup wide() {
        return new AddressGroup(high & ~0xFFFFL, 48);
    }

    /** Whether these are IPv6 addresses. */
    public boolean isV6() {
        return bits != 32;
    }

    /** The network that shares a bucket when there are too many groups: /16 of IPv4, /32 of IPv6. */
    long coarse() {
        return isV6() ? (high >>> 32) | (1L << 40) : high >>> 16;
    }

    /** The group's name in shared stores. */
    @Override
    public String toString() {
        return Long.toHexString(high) + '/' + bits;
    }

    private static long first(byte[] bytes, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[i] & 0xFF);
        }
        return value;
    }
}
