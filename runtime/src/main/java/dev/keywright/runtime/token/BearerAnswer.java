package dev.keywright.runtime.token;

import dev.keywright.runtime.audit.Reason;

/** What a verifier says of a token. */
public sealed interface BearerAnswer {

    /**
     * The token is genuine. Whether it is valid now is left to the guard.
     *
     * @param token what is known of it
     */
    record Genuine(BearerToken token) implements BearerAnswer {}

    /**
     * The token is not genuine, or not for this application.
     *
     * @param reason for the audit alone; callers cannot tell one from another
     */
    record Refused(Reason reason) implements BearerAnswer {

        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException when its status is not 401
         */
        public Refused {
            if (reason.status() != 401) {
                throw new IllegalArgumentException(TokenMessages.reasonIsNot401(reason));
            }
        }
    }
}
