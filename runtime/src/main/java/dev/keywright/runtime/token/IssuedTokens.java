package dev.keywright.runtime.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were just issued. This is the only place where the tokens themselves are; hand them to their owner and let go
 * of them.
 */
public final class IssuedTokens {

    private final String accessToken;
    private final TokenRecord access;
    private final @Nullable String refreshToken;
    private final @Nullable TokenRecord refresh;

    IssuedTokens(String accessToken, TokenRecord access, @Nullable String refreshToken, @Nullable TokenRecord refresh) {
        this.accessToken = accessToken;
        this.access = access;
        this.refreshToken = refreshToken;
        this.refresh = refresh;
    }

    /** The token to present to endpoints. */
    public String accessToken() {
        return accessToken;
    }

    /** The token that {@link TokenService#refresh} takes, once; null when the log-in cannot be refreshed. */
    public @Nullable String refreshToken() {
        return refreshToken;
    }

    /** What is kept of the access token. */
    public TokenRecord access() {
        return access;
    }

    /** What is kept of the refresh token; null when there is none. */
    public @Nullable TokenRecord refresh() {
        return refresh;
    }

    /** From when the access token is not valid any more. */
    public Instant expires() {
        return Instant.ofEpochMilli(access.expiresMillis());
    }

    /** For how many seconds the access token is valid, as {@code expires_in} of RFC 6749, section 5.1, wants it. */
    public long expiresInSeconds() {
        return (access.expiresMillis() - access.issuedMillis()) / 1_000;
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "IssuedTokens[" + access.id() + "]";
    }
}
