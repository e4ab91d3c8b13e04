package dev.keywright.adapters.servlet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Reads the address that a container reports, without ever asking a name server. */
final class PeerAddress {

    private static final byte[] UNSPECIFIED = new byte[4];

    private PeerAddress() {}

    /** The address; 0.0.0.0, which no rule trusts, when the container reports none (a Unix domain socket). */
    static InetAddress parse(@Nullable String text) {
        try {
            String literal = text == null ? "" : bare(text);
            return isLiteral(literal) ? InetAddress.getByName(literal) : InetAddress.getByAddress(UNSPECIFIED);
        } catch (UnknownHostException e) {
            return unspecified();
        }
    }

    private static String bare(String text) {
        String inner = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        int zone = inner.indexOf('%');
        return zone < 0 ? inner : inner.substring(0, zone);
    }

    /** Four bytes with dots, or something with a colon, which the JDK reads as IPv6 or not at all: the rest it looks up. */
    private static boolean isLiteral(String text) {
        return text.indexOf(':') >= 0 || isFourBytes(text);
    }

    private static boolean isFourBytes(String text) {
        String[] parts = text.split("\\.", -1);
        boolean bytes = parts.length == 4;
        for (String part : parts) {
            bytes &= !part.isEmpty()
                    && part.length() <= 3
                    && part.chars().allMatch(c -> c >= '0' && c <= '9')
                    && Integer.parseInt(part) <= 255;
        }
        return bytes;
    }

    private static InetAddress unspecified() {
        try {
            return InetAddress.getByAddress(UNSPECIFIED);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
