package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.digest.Reused;
import dev.keywright.runtime.fields.Codes;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All schemes, and what several of them share. */
public final class Schemes {

    /** The key family of the schemes that sign the whole request and say which scheme it is in what they sign. */
    static final String OWN_FAMILY = "requests";

    /** Bytes that a key of these needs: the length of SHA-256's output (RFC 2104, section 3). */
    static final int SHORTEST_OWN = 32;

    private static final Map<String, Scheme> ALL = List.<Scheme>of(
                    new Rfc9421(),
                    new Canonical(),
                    new StandardWebhooks(),
                    new Stripe(),
                    new Slack(),
                    BodyOnly.GITHUB,
                    BodyOnly.SHOPIFY)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Scheme::name, Function.identity()));

    private static final Reused<MessageDigest> SHA256 = new Reused<>(Digests::sha256);

    private Schemes() {}

    /** The scheme of a name in annotations; null when this version does not enforce it. */
    public static @Nullable Scheme find(String name) {
        return ALL.get(name);
    }

    /** The key that the look-up found for a claim. */
    static SignatureKey lookedUp(Claim claim) {
        SignatureKey key = claim.key;
        if (key == null) {
            throw new IllegalStateException("A signature is verified before its key was looked up.");
        }
        return key;
    }

    /** The one value of a header, or null when there is none or more than one. */
    static @Nullable String only(List<String> lines) {
        return lines.size() == 1 ? lines.get(0) : null;
    }

    /**
     * Reads seconds since the epoch in the one form that they have: decimal digits, no sign, no leading zero, at most
     * twelve of them.
     *
     * @return -1 for anything else
     */
    static long seconds(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 12 || text.charAt(0) == '0') {
            return -1;
        }
        long seconds = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            seconds = 10 * seconds + digit;
        }
        return seconds;
    }

    /**
     * Stands for a signed text in replay memory. Not its MAC: during a rotation several MACs fit one text, and of a header
     * that holds two of them one can be cut away. Nor is a digest worth anything to whoever reads that memory.
     */
    static String fingerprint(byte[] prefix, byte[] body) {
        MessageDigest sha256 = SHA256.take();
        sha256.update(prefix);
        byte[] digest = sha256.digest(body);
        SHA256.giveBack(sha256);
        return Codes.hex(digest);
    }

    /** Whether a part of a header is visible ASCII throughout, and lower-case letters and digits before its first mark. */
    static boolean isNamed(String part, char mark) {
        int end = part.indexOf(mark);
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean name = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (c <= ' ' || c >= 127 || (i < end && !name)) {
                return false;
            }
        }
        return end > 0;
    }

    /** Whether a text is 1 to 128 visible ASCII characters. */
    static boolean isVisible(String text) {
        if (text.isEmpty() || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }
}
