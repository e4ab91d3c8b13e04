package dev.keywright.runtime;

import dev.keywright.annotations.LimitBy;

/** The steps of a check, in order, each a bit, so that a step that was left out is noticed. */
final class Step {

    static final int TRANSPORT = 1;
    static final int OPEN_LIMITS = 1 << 1;
    static final int API_KEY_PRESENTED = 1 << 2;
    static final int BEARER_PRESENTED = 1 << 3;
    static final int SIGNATURE_PRESENTED = 1 << 4;
    static final int ONE_PRESENTED = 1 << 5;
    static final int KNOWN = 1 << 6;
    static final int BODY = 1 << 7;
    static final int SIGNATURE_VALID = 1 << 8;
    static final int STANDING = 1 << 9;
    static final int SCOPES = 1 << 10;
    static final int NONCE_UNSEEN = 1 << 11;
    static final int CREDENTIAL_LIMITS = 1 << 12;
    static final int NONCE_RECORDED = 1 << 13;
    static final int LOGIN = 1 << 14;

    private Step() {}

    /** The steps that a check must take before it may admit. */
    static int neededBy(EndpointPolicy policy) {
        int steps = TRANSPORT | OPEN_LIMITS;
        for (CredentialPolicy credential : policy.required()) {
            steps |= presented(credential);
        }
        if (!policy.anyOf().isEmpty()) {
            steps |= ONE_PRESENTED;
        }
        if (policy.credentials().findAny().isPresent()) {
            steps |= KNOWN | STANDING;
        }
        if (policy.capturesBody()) {
            steps |= BODY;
        }
        if (policy.credentials().anyMatch(HmacPolicy.class::isInstance)) {
            steps |= SIGNATURE_VALID | NONCE_UNSEEN | NONCE_RECORDED;
        }
        if (policy.credentials().anyMatch(credential -> !credential.scopes().isEmpty())) {
            steps |= SCOPES;
        }
        if (policy.limits().stream().anyMatch(limit -> limit.by() == LimitBy.CREDENTIAL)) {
            steps |= CREDENTIAL_LIMITS;
        }
        if (policy.login() != null) {
            steps |= LOGIN;
        }
        return steps;
    }

    private static int presented(CredentialPolicy credential) {
        if (credential instanceof ApiKeyPolicy) {
            return API_KEY_PRESENTED;
        }
        return credential instanceof BearerPolicy ? BEARER_PRESENTED : SIGNATURE_PRESENTED;
    }
}
