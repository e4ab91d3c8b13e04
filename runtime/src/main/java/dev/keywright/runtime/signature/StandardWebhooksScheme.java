package dev.keywright.runtime.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The STANDARD_WEBHOOKS scheme, version 1 of Standard Webhooks: {@code webhook-signature} holds {@code v1,} and the base64 of
 * the HMAC-SHA-256 of {@code <id>.<timestamp>.<body>}, several of them separated by a space while a secret is rotated. The
 * same id with the same timestamp is admitted once; a retry keeps its id and has a new timestamp.
 */
public final class StandardWebhooksScheme {

    /** The name in annotations. */
    public static final String NAME = "STANDARD_WEBHOOKS";
    /** Carries the message's id: 1 to 128 visible ASCII characters, none of them a dot. */
    public static final String ID = "webhook-id";
    /** Carries the timestamp, in seconds since the epoch. */
    public static final String TIMESTAMP = "webhook-timestamp";
    /** Carries the signatures. */
    public static final String SIGNATURE = "webhook-signature";
    /** What a signature begins with. */
    public static final String VERSION_1 = "v1,";
    /** The fewest bytes of a secret, decoded, that the specification allows. */
    public static final int SHORTEST_SECRET = 24;

    private static final String PREFIX = "whsec_";

    private StandardWebhooksScheme() {}

    /**
     * The key that a secret's text stands for: base64, with or without {@code whsec_} before it.
     *
     * @throws IllegalArgumentException when it is not base64; the message does not hold the text
     */
    public static byte[] key(String secret) {
        String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes characters of the secret; it must not travel on, not even as a cause.
            throw new IllegalArgumentException(
                    "A secret of Standard Webhooks is base64 after 'whsec_', and this one is not.");
        }
    }

    /** What is signed before the body. */
    public static byte[] prefix(String id, String timestamp) {
        return (id + '.' + timestamp + '.').getBytes(StandardCharsets.ISO_8859_1);
    }
}
