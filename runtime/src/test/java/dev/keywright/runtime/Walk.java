package dev.keywright.runtime;

/** Takes the steps that a generated guard takes. */
final class Walk {

    private Walk() {}

    static Verdict check(Keywright keywright, EndpointPolicy policy, Exchange exchange) {
        Attempt attempt = keywright.attempt(policy, exchange);
        int steps = policy.steps();
        boolean held = attempt.transportAllowed()
                && attempt.withinOpenLimits()
                && (without(steps, Step.API_KEY_PRESENTED) || attempt.apiKeyPresented())
                && (without(steps, Step.BEARER_PRESENTED) || attempt.bearerPresented())
                && (without(steps, Step.SIGNATURE_PRESENTED) || attempt.signaturePresented())
                && (without(steps, Step.ONE_PRESENTED) || attempt.oneCredentialPresented())
                && (without(steps, Step.KNOWN) || attempt.credentialsKnown())
                && (without(steps, Step.BODY) || attempt.bodyCaptured())
                && (without(steps, Step.SIGNATURE_VALID) || attempt.signatureValid())
                && (without(steps, Step.STANDING) || attempt.inGoodStanding())
                && (without(steps, Step.SCOPES) || attempt.scopesHeld())
                && (without(steps, Step.NONCE_UNSEEN) || attempt.nonceUnseen())
                && (without(steps, Step.CREDENTIAL_LIMITS) || attempt.withinCredentialLimits())
                && (without(steps, Step.NONCE_RECORDED) || attempt.nonceRecorded())
                && (without(steps, Step.LOGIN) || attempt.loginAllowed());
        return held ? attempt.admitted() : attempt.denied();
    }

    private static boolean without(int steps, int step) {
        return (steps & step) == 0;
    }
}
