package dev.keywright.checks.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * What the sources that are analysed together show beside their endpoints.
 *
 * @param usesKeywright whether they declare or configure Keywright's protection
 * @param securityConfiguration the type that configures another protection for many paths at once, as a
 *     {@code SecurityFilterChain}; null when none was seen
 * @param limiter the type that limits requests before they reach endpoints; null when none was seen
 */
public record ModuleFacts(
        boolean usesKeywright,
        @Nullable String securityConfiguration,
        @Nullable String limiter) {}
