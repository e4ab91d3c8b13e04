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

    /** Only digits and dots, or something with a colon: whatever else getByName would look up. */
    private static boolean isLiteral(String text) {
        boolean digitsAndDots = !text.isEmpty();
        boolean hexAndColons = text.indexOf(':') >= 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digitOrDot = c >= '0' && c <= '9' || c == '.';
            digitsAndDots &= digitOrDot;
            hexAndColons &= digitOrDot || c == ':' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        }
        return digitsAndDots || hexAndColons;
    }

    private static InetAddress unspecified() {
        try {
            return InetAddress.getByAddress(UNSPECIFIED);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
