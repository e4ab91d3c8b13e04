package dev.keywright.annotations;

/** Whose calls a {@link RateLimited} counts together. */
public enum LimitBy {

    /** Each credential by itself, counted after authentication. Needs a mechanism on the endpoint. */
    CREDENTIAL,

    /** Each client address by itself, counted before authentication. IPv6 addresses count by /64. */
    ADDRESS,

    /** All callers together, counted before authentication. */
    GLOBAL
}
