package dev.keywright.runtime;

/** Which forwarding headers the trusted proxies set. The other kind is ignored: a proxy passes it on from anyone. */
public enum ForwardedHeader {

    /** {@code X-Forwarded-For} and {@code X-Forwarded-Proto}. */
    X_FORWARDED,

    /** {@code Forwarded} (RFC 7239). */
    FORWARDED
}
