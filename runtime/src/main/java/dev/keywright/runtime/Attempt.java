package dev.keywright.runtime;

/**
 * The check of one exchange, step by step. Generated guards call the steps that their policy needs, in order, and return
 * {@link #denied()} after the first that says no. A step that is left out or taken out of turn ends in an
 * {@link IllegalStateException}, never in an admission. Used by one thread.
 */
public final class Attempt {

    private final EndpointPolicy policy;

    Attempt(EndpointPolicy policy) {
        this.policy = policy;
    }

    /** Step 1: TLS, or a connection that needs none. */
    public boolean transportAllowed() {
        return unfinished();
    }

    /** Step 2: the limits by ADDRESS and GLOBAL. */
    public boolean withinOpenLimits() {
        return unfinished();
    }

    /** Step 3: exactly one well-formed API key was presented. */
    public boolean apiKeyPresented() {
        return unfinished();
    }

    /** Step 3: exactly one well-formed signature was presented, and its time is within the window. */
    public boolean signaturePresented() {
        return unfinished();
    }

    /** Step 3: exactly one of the credentials of {@code @AnyOf} was presented, well formed. */
    public boolean oneCredentialPresented() {
        return unfinished();
    }

    /** Step 4: the key or secret is known; an unknown one costs the same work. */
    public boolean credentialsKnown() {
        return unfinished();
    }

    /** Step 5: the body was captured within its limit. */
    public boolean bodyCaptured() {
        return unfinished();
    }

    /** Step 6: the signature fits the request. */
    public boolean signatureValid() {
        return unfinished();
    }

    /** Step 7: the key is valid now and from this address. */
    public boolean inGoodStanding() {
        return unfinished();
    }

    /** Step 8: the key holds the scopes. */
    public boolean scopesHeld() {
        return unfinished();
    }

    /** Step 9: the nonce was not used before. */
    public boolean nonceUnseen() {
        return unfinished();
    }

    /** Step 10: the limits by CREDENTIAL, and the key's own. */
    public boolean withinCredentialLimits() {
        return unfinished();
    }

    /** Step 11: the nonce is recorded now, and was not before. */
    public boolean nonceRecorded() {
        return unfinished();
    }

    /**
     * The admission, after all steps.
     *
     * @return the admission; a denial when the key's own limit is used up
     * @throws IllegalStateException when a step that the policy needs was not taken or said no
     */
    public Verdict admitted() {
        throw new IllegalStateException(policy.endpoint());
    }

    /**
     * The refusal, after a step said no.
     *
     * @throws IllegalStateException when none did
     */
    public Denied denied() {
        throw new IllegalStateException(policy.endpoint());
    }

    private boolean unfinished() {
        throw new IllegalStateException(policy.endpoint());
    }
}
