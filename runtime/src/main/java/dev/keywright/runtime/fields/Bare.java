package dev.keywright.runtime.fields;

import java.util.Arrays;
import java.util.Base64;

/** A bare item (RFC 9651, section 3.3). */
public sealed interface Bare {

    /** Appends its serialisation. */
    void write(StringBuilder out);

    /** An integer of at most 15 digits. */
    record Whole(long value) implements Bare {
        @Override
        public void write(StringBuilder out) {
            out.append(value);
        }
    }

    /** A decimal, kept as it was written. */
    record Decimal(String text) implements Bare {
        @Override
        public void write(StringBuilder out) {
            out.append(text);
        }
    }

    /** A string of visible ASCII characters and spaces. */
    record Text(String value) implements Bare {
        @Override
        public void write(StringBuilder out) {
            out.append('"');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    out.append('\\');
                }
                out.append(c);
            }
            out.append('"');
        }
    }

    /** A token. */
    record Token(String value) implements Bare {
        @Override
        public void write(StringBuilder out) {
            out.append(value);
        }
    }

    /** A boolean. */
    record Flag(boolean value) implements Bare {

        static final Flag TRUE = new Flag(true);

        @Override
        public void write(StringBuilder out) {
            out.append(value ? "?1" : "?0");
        }
    }

    /** A date, in seconds since the epoch. */
    record Date(long seconds) implements Bare {
        @Override
        public void write(StringBuilder out) {
            out.append('@').append(seconds);
        }
    }

    /** Bytes. The array is shared and must not be changed. */
    record Bytes(byte[] value) implements Bare {
        @Override
        public void write(StringBuilder out) {
            out.append(':').append(Base64.getEncoder().encodeToString(value)).append(':');
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "Bytes[" + value.length + "]";
        }
    }
}
