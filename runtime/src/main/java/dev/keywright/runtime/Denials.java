package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of one endpoint, written once. */
final class Denials {

    private static final Header PROBLEM = new Header("Content-Type", "application/problem+json");
    private static final Header NO_STORE = new Header("Cache-Control", "no-store");
    private static final byte[][] BODIES = new byte[600][];

    static {
        for (Reason reason : Reason.values()) {
            BODIES[reason.status()] = body(reason, null);
        }
    }

    private final List<Header> challenges;
    private final boolean distinct;

    Denials(EndpointPolicy policy, DenialDetail detail) {
        this.challenges = policy.credentials()
                .map(credential -> new Header("WWW-Authenticate", challenge(credential)))
                .distinct()
                .toList();
        this.distinct = detail == DenialDetail.DISTINCT;
    }

    private static String challenge(CredentialPolicy credential) {
        return credential instanceof ApiKeyPolicy apiKey
                ? "ApiKey header=\"" + apiKey.header() + "\""
                : ((HmacPolicy) credential).rules().challenge();
    }

    Denied denied(Reason reason, Header requestId, List<Header> more, boolean close) {
        List<Header> headers = new ArrayList<>(4 + challenges.size() + more.size());
        headers.add(PROBLEM);
        headers.add(NO_STORE);
        if (reason.status() == 401) {
            headers.addAll(challenges);
        }
        headers.addAll(more);
        headers.add(requestId);
        byte[] body = distinct ? body(reason, Messages.detail(reason)) : BODIES[reason.status()];
        return new Denied(reason.status(), List.copyOf(headers), body, close, reason);
    }

    private static byte[] body(Reason reason, @Nullable String detail) {
        String json = "{\"type\":\"about:blank\",\"title\":\"" + Messages.title(reason.status()) + "\",\"status\":"
                + reason.status() + (detail == null ? "" : ",\"detail\":\"" + detail + "\"") + "}";
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
