package dev.keywright.store.redis;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.BearerPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.HmacPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.LoginPolicy;
import dev.keywright.runtime.Verdict;

/** The endpoints of a flood, and what their generated guards would do. */
final class FloodGuards {

    static final EndpointPolicy HOOK = EndpointPolicy.of("flood#hook")
            .hmac(HmacPolicy.of("CANONICAL", "hook", "300 seconds", "1 KiB"))
            .build();
    static final EndpointPolicy ORDERS = EndpointPolicy.of("flood#orders")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
            .limit(LimitBy.ADDRESS, "1000000 per minute")
            .limit(LimitBy.CREDENTIAL, "1000000 per minute")
            .build();
    static final EndpointPolicy BEARER =
            EndpointPolicy.of("flood#bearer").bearer(BearerPolicy.of("", "")).build();
    static final EndpointPolicy LOGIN = EndpointPolicy.of("flood#login")
            .login(LoginPolicy.of("/user", "5 per 15 minutes", "1 KiB"))
            .build();

    private FloodGuards() {}

    static boolean admits(Keywright keywright, EndpointPolicy policy, FloodRequest request) {
        return check(keywright, policy, request) instanceof Admitted;
    }

    static Verdict check(Keywright keywright, EndpointPolicy policy, FloodRequest request) {
        Attempt attempt = keywright.attempt(policy, request);
        boolean held = attempt.transportAllowed() && attempt.withinOpenLimits();
        if (policy == HOOK) {
            held = held
                    && attempt.signaturePresented()
                    && attempt.credentialsKnown()
                    && attempt.bodyCaptured()
                    && attempt.signatureValid()
                    && attempt.inGoodStanding()
                    && attempt.nonceUnseen()
                    && attempt.nonceRecorded();
        } else if (policy == BEARER) {
            held = held && attempt.bearerPresented() && attempt.credentialsKnown() && attempt.inGoodStanding();
        } else if (policy == LOGIN) {
            held = held && attempt.bodyCaptured() && attempt.loginAllowed();
        } else {
            held = held
                    && attempt.apiKeyPresented()
                    && attempt.credentialsKnown()
                    && attempt.inGoodStanding()
                    && attempt.withinCredentialLimits();
        }
        return held ? attempt.admitted() : attempt.denied();
    }
}
