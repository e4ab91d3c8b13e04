package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerToken;
import dev.keywright.runtime.token.BearerVerifier;
import dev.keywright.runtime.token.TokenStoreException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bearer token that an endpoint asks for, with the verifier that knows it. Nothing but the header is ever read. */
final class BearerCheck {

    private static final String AUTHORIZATION = "Authorization";
    private static final String SCHEME = "Bearer";
    private static final int LONGEST = 8_192;

    /** Zero for each character that a token may hold, -1 for the others. */
    private static final byte[] NOT_IN_TOKENS = new byte[128];

    static {
        Arrays.fill(NOT_IN_TOKENS, (byte) -1);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/";
        for (int i = 0; i < letters.length(); i++) {
            NOT_IN_TOKENS[letters.charAt(i)] = 0;
        }
    }

    private final BearerPolicy policy;
    private final BearerVerifier verifier;
    private final int index;

    BearerCheck(BearerPolicy policy, BearerVerifier verifier, int index) {
        this.policy = policy;
        this.verifier = verifier;
        this.index = index;
    }

    BearerPolicy policy() {
        return policy;
    }

    /** Which of the endpoint's credentials this is. */
    int index() {
        return index;
    }

    /** How often a bearer token was presented. */
    int count(Exchange exchange) {
        return count(exchange.headers(AUTHORIZATION));
    }

    private static int count(List<String> lines) {
        int count = 0;
        for (String line : lines) {
            if (isOurs(line)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isOurs(String line) {
        return line.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (line.length() == SCHEME.length() || line.charAt(SCHEME.length()) == ' ');
    }

    /** Reads the token from the one field line that there may be, or says why not. */
    @Nullable
    Reason present(Exchange exchange, Presented into) {
        List<String> lines = exchange.headers(AUTHORIZATION);
        if (count(lines) == 0) {
            return Reason.CREDENTIAL_MISSING;
        }
        if (lines.size() != 1) {
            return Reason.CREDENTIAL_AMBIGUOUS;
        }
        String token = token(lines.get(0));
        into.token = token;
        return token == null ? Reason.CREDENTIAL_MALFORMED : null;
    }

    /** The b64token of {@code "Bearer" 1*SP b64token} (RFC 6750, section 2.1); null when the line is anything else. */
    private static @Nullable String token(String line) {
        int start = SCHEME.length();
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        int end = line.length();
        while (end > start && line.charAt(end - 1) == '=') {
            end--;
        }
        if (end == start || line.length() - start > LONGEST) {
            return null;
        }
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            if (c >= NOT_IN_TOKENS.length || NOT_IN_TOKENS[c] != 0) {
                return null;
            }
        }
        return line.substring(start);
    }

    /** Asks the verifier. */
    @Nullable
    Reason lookUp(Presented presented) {
        String token = presented.token;
        if (token == null) {
            throw new IllegalStateException(Messages.stepSkipped());
        }
        try {
            BearerAnswer answer = verifier.verify(token);
            if (answer instanceof BearerAnswer.Genuine genuine) {
                presented.proved = genuine.token();
                return null;
            }
            return ((BearerAnswer.Refused) answer).reason();
        } catch (TokenStoreException e) {
            return Reason.TOKEN_VERIFIER_UNAVAILABLE;
        }
    }

    /** A token that a request presents. */
    static final class Presented {
        final BearerCheck check;

        private @Nullable String token;
        /** What is known of the token, once it has proved to be genuine. */
        @Nullable
        BearerToken proved;

        Presented(BearerCheck check) {
            this.check = check;
        }

        BearerToken proved() {
            if (proved == null) {
                throw new IllegalStateException(Messages.stepSkipped());
            }
            return proved;
        }

        /** Whether the token is valid now, or why not. */
        @Nullable
        Reason standing(long nowMillis) {
            BearerToken known = proved();
            if (nowMillis < known.notBeforeMillis()) {
                return Reason.TOKEN_NOT_YET_VALID;
            }
            return nowMillis >= known.expiresMillis() ? Reason.TOKEN_EXPIRED : null;
        }
    }
}
