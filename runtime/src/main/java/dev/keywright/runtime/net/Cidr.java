package dev.keywright.runtime.net;

import java.net.InetAddress;

/** A network such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a lone address is a network of one. */
public final class Cidr {

    private final byte[] network;
    private final int bits;

    private Cidr(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Parses a network. Names are never resolved.
     *
     * @throws IllegalArgumentException when it is none, or has bits set beyond its prefix
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("'" + text + "' is not a network; write 10.0.0.0/8 or 2001:db8::/32.");
        }
        int bits = slash < 0 ? address.length * 8 : prefix(text.substring(slash + 1), address.length * 8);
        if (bits < 0) {
            throw new IllegalArgumentException("'" + text + "' has no valid prefix length; write 10.0.0.0/8.");
        }
        for (int bit = bits; bit < address.length * 8; bit++) {
            if ((address[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                throw new IllegalArgumentException(
                        "'" + text + "' has bits set beyond its prefix; write the network's first address.");
            }
        }
        return new Cidr(address, bits);
    }

    /** Whether an address lies in the network. IPv4-mapped IPv6 addresses count as IPv4. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (bytes[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || (bytes[whole] ^ network[whole]) >> (8 - rest) == 0;
    }

    private static int prefix(String digits, int most) {
        if (digits.isEmpty() || digits.length() > 3) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value <= most ? value : -1;
    }
}
