package dev.keywright.runtime.scheme;

/**
 * An origin under which clients know the application.
 *
 * @param scheme {@code https} or {@code http}
 * @param authority as CANONICAL signs it: lower case, without port 443 or 80
 * @param exact as RFC 9421 signs it: lower case, without the default port of this very scheme
 */
public record Origin(String scheme, String authority, String exact) {}
