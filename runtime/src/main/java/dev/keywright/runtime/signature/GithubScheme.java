package dev.keywright.runtime.signature;

/**
 * The GITHUB scheme, as GitHub signs webhooks: {@code X-Hub-Signature-256} holds {@code sha256=} and the HMAC-SHA-256 of the
 * body in lower-case hex, under the secret's text.
 *
 * <p>Nothing in it says when it was signed: the same delivery can come again, and is admitted again.
 * {@link dev.keywright.runtime.Caller#deliveryId()} is what {@link #DELIVERY} named, which is not signed.
 */
public final class GithubScheme {

    /** The name in annotations. */
    public static final String NAME = "GITHUB";
    /** Carries the signature. */
    public static final String SIGNATURE = "X-Hub-Signature-256";
    /** Carries the delivery's id. */
    public static final String DELIVERY = "X-GitHub-Delivery";
    /** What the signature begins with. */
    public static final String PREFIX = "sha256=";
    /** GitHub leaves the length to its users; a key of fewer than 128 bits can be searched. */
    public static final int SHORTEST_SECRET = 16;

    private GithubScheme() {}
}
