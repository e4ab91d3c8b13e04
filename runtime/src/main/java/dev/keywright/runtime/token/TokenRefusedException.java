package dev.keywright.runtime.token;

/** No tokens are issued. The message holds no token. Answer a refresh with 400 and {@code invalid_grant} (RFC 6749, 5.2). */
public final class TokenRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** Why no tokens are issued. Tell it your logs, not the caller. */
    public enum Why {
        /** The refresh token cannot be one of ours: its form or checksum is wrong. */
        MALFORMED,
        /** The refresh token is nobody's, was revoked, or is no refresh token. */
        UNKNOWN,
        /** The log-in that the refresh token descends from has ended. */
        EXPIRED,
        /** The refresh token was used before, so somebody else has it too; its whole family is revoked now. */
        REUSED,
        /** The owner has as many tokens as an owner may have, or the store is full. */
        FULL
    }

    TokenRefusedException(Why why) {
        super(TokenMessages.refused(why));
        this.why = why;
    }

    /** Why no tokens are issued. */
    public Why why() {
        return why;
    }
}
