package shop.accounts;

import dev.keywright.annotations.Secret;
import dev.keywright.runtime.token.IssuedTokens;
import java.util.Objects;

/** The tokens of a log-in, as RFC 6749, section 5.1, names them apart from its underscores. */
record Session(@Secret String accessToken, @Secret String refreshToken, long expiresIn) {

    static Session of(IssuedTokens issued) {
        return new Session(
                issued.accessToken(), Objects.requireNonNull(issued.refreshToken()), issued.expiresInSeconds());
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Session[" + expiresIn + " s]";
    }
}
