package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of one endpoint, written once. */
final class Denials {

    private static final Header PROBLEM = new Header("Content-Type", "application/problem+json");
    private static final Header NO_STORE = new Header("Cache-Control", "no-store");
    /** The scheme needs a parameter (RFC 6750, section 3). */
    private static final String BEARER = "Bearer realm=\"api\"";

    private static final byte[][] BODIES = new byte[600][];

    static {
        for (Reason reason : Reason.values()) {
            BODIES[reason.status()] = body(reason, null);
        }
    }

    private final List<Header> challenges;
    private final @Nullable Header bearerScope;
    private final boolean distinct;

    Denials(EndpointPolicy policy, DenialDetail detail) {
        this.challenges = policy.credentials()
                .map(credential -> new Header("WWW-Authenticate", challenge(credential)))
                .distinct()
                .toList();
        this.bearerScope = policy.credentials()
                .filter(BearerPolicy.class::isInstance)
                .findFirst()
                .map(bearer -> new Header("WWW-Authenticate", insufficientScope(bearer)))
                .orElse(null);
        this.distinct = detail == DenialDetail.DISTINCT;
    }

    /** What is wrong when a body cannot be had. */
    static Reason reason(IOException e) {
        if (e instanceof BodyTooLargeException) {
            return Reason.BODY_TOO_LARGE;
        }
        if (e instanceof BodyTimeoutException) {
            return Reason.BODY_TIMEOUT;
        }
        return e instanceof BodyBudgetException ? Reason.BODY_BUDGET : Reason.BODY_UNREADABLE;
    }

    private static String challenge(CredentialPolicy credential) {
        if (credential instanceof ApiKeyPolicy apiKey) {
            return "ApiKey header=\"" + apiKey.header() + "\"";
        }
        return credential instanceof BearerPolicy
                ? BEARER
                : ((HmacPolicy) credential).rules().challenge();
    }

    /** RFC 6750, section 3.1. Scopes hold nothing that would need escaping. */
    private static String insufficientScope(CredentialPolicy bearer) {
        String scopes = bearer.scopes().isEmpty() ? "" : ", scope=\"" + String.join(" ", bearer.scopes()) + "\"";
        return BEARER + ", error=\"insufficient_scope\"" + scopes;
    }

    Denied denied(Reason reason, Header requestId, List<Header> more, boolean close) {
        List<Header> headers = new ArrayList<>(4 + challenges.size() + more.size());
        headers.add(PROBLEM);
        headers.add(NO_STORE);
        if (reason.status() == 401) {
            addChallenges(reason, headers);
        } else if (reason == Reason.SCOPE_MISSING && bearerScope != null) {
            headers.add(bearerScope);
        }
        headers.addAll(more);
        headers.add(requestId);
        byte[] body = distinct ? body(reason, Messages.detail(reason)) : BODIES[reason.status()];
        return new Denied(reason.status(), List.copyOf(headers), body, close, reason);
    }

    private void addChallenges(Reason reason, List<Header> headers) {
        for (Header challenge : challenges) {
            boolean tells = distinct && challenge.value().equals(BEARER) && reason != Reason.CREDENTIAL_MISSING;
            headers.add(tells ? new Header(challenge.name(), BEARER + ", error=\"invalid_token\"") : challenge);
        }
    }

    private static byte[] body(Reason reason, @Nullable String detail) {
        String json = "{\"type\":\"about:blank\",\"title\":\"" + Messages.title(reason.status()) + "\",\"status\":"
                + reason.status() + (detail == null ? "" : ",\"detail\":\"" + detail + "\"") + "}";
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
