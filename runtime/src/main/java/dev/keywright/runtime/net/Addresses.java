package dev.keywright.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Literal addresses, never names. */
public final class Addresses {

    private Addresses() {}

    /**
     * The bytes of a literal IPv4 address in dotted decimal, or of a literal IPv6 address, with or without brackets.
     *
     * @return null when it is neither
     */
    public static byte @Nullable [] parse(String text) {
        String literal = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (literal.indexOf(':') >= 0) {
            return v6(literal);
        }
        return v4(literal);
    }

    private static byte @Nullable [] v4(String text) {
        byte[] bytes = new byte[4];
        int part = 0;
        int value = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (value < 0 || part == 4) {
                    return null;
                }
                bytes[part++] = (byte) value;
                value = -1;
            } else if (c >= '0' && c <= '9' && value != 0) {
                value = (value < 0 ? 0 : value * 10) + (c - '0');
                if (value > 255) {
                    return null;
                }
            } else {
                // A leading zero is refused too: some readers take it for octal.
                return null;
            }
        }
        return part == 4 ? bytes : null;
    }

    private static byte @Nullable [] v6(String text) {
        if (text.length() > 45) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ours =
                    (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
            if (!ours) {
                return null;
            }
        }
        try {
            // With a colon and only such characters the JDK never asks a name service.
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
