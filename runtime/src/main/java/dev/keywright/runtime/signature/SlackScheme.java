package dev.keywright.runtime.signature;

/**
 * The SLACK scheme, as Slack signs requests: {@code X-Slack-Signature} holds {@code v0=} and the HMAC-SHA-256 of
 * {@code v0:<timestamp>:<body>} in lower-case hex, under the signing secret's text. The same signed text is admitted once.
 */
public final class SlackScheme {

    /** The name in annotations. */
    public static final String NAME = "SLACK";
    /** Carries the signature. */
    public static final String SIGNATURE = "X-Slack-Signature";
    /** Carries the timestamp, in seconds since the epoch. */
    public static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    /** What the signature begins with. */
    public static final String PREFIX = "v0=";
    /** The fewest bytes of a signing secret: 32 hex digits. */
    public static final int SHORTEST_SECRET = 32;

    private SlackScheme() {}
}
