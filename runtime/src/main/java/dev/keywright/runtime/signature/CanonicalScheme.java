package dev.keywright.runtime.signature;

/** The CANONICAL scheme: HMAC-SHA-256 over the request's method, authority, target, content type, time, nonce and body. */
public final class CanonicalScheme {

    /** The name in annotations. */
    public static final String NAME = "CANONICAL";

    private CanonicalScheme() {}
}
