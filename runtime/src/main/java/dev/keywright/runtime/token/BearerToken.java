package dev.keywright.runtime.token;

import java.util.Map;
import java.util.Set;

/**
 * What a verifier found out about a bearer token. Holds no secret; may be logged. Immutable.
 *
 * @param id names the token in audit events, never the token itself; empty when it has no name
 * @param owner on whose behalf its bearer acts; not blank. Limits by credential count per owner, so that a new token is no
 *     new start
 * @param scopes what the bearer may do; {@code orders:*} stands for whatever starts with {@code orders:}
 * @param labels further facts, handed to the handler
 * @param notBeforeMillis from when it is valid, in milliseconds since the epoch; {@link Long#MIN_VALUE} for always
 * @param expiresMillis from when it is not valid any more, likewise
 */
public record BearerToken(
        String id,
        String owner,
        Set<String> scopes,
        Map<String, String> labels,
        long notBeforeMillis,
        long expiresMillis) {

    /**
     * Copies the sets.
     *
     * @throws IllegalArgumentException when the owner is blank
     */
    public BearerToken {
        if (owner.isBlank()) {
            throw new IllegalArgumentException(TokenMessages.noOwner());
        }
        scopes = Set.copyOf(scopes);
        labels = Map.copyOf(labels);
    }
}
