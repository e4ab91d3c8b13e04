package dev.keywright.adapters.jwt;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerToken;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token's claims must say (RFC 7519, section 4.1; RFC 9068, section 4).
 *
 * @param issuer the one issuer
 * @param audiences of which the token must name at least one
 * @param owner the claim that says on whose behalf the bearer acts
 * @param labels further claims to hand on, texts only
 * @param skew how far clocks may be apart
 * @param longest how long a token may be valid in all
 */
record Claims(String issuer, Set<String> audiences, String owner, Set<String> labels, Duration skew, Duration longest) {

    private static final BearerAnswer WRONG = new BearerAnswer.Refused(Reason.TOKEN_CLAIMS_WRONG);
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_SCOPES = 200;

    BearerAnswer check(JWTClaimsSet claims, long nowMillis) {
        try {
            Date expires = claims.getExpirationTime();
            String subject = claims.getStringClaim(owner);
            boolean ours = issuer.equals(claims.getIssuer())
                    && claims.getAudience().stream().anyMatch(audiences::contains);
            if (!ours || expires == null || subject == null || subject.isBlank()) {
                return WRONG;
            }
            Date notBefore = claims.getNotBeforeTime();
            Date issued = claims.getIssueTime();
            long begins = issued != null ? issued.getTime() : notBefore != null ? notBefore.getTime() : nowMillis;
            boolean fromTheFuture = issued != null && issued.getTime() > nowMillis + skew.toMillis();
            if (fromTheFuture || !isShort(begins, expires.getTime()) || subject.length() > LONGEST_TEXT) {
                return WRONG;
            }
            String id = claims.getJWTID();
            return new BearerAnswer.Genuine(new BearerToken(
                    id == null ? "" : id.substring(0, Math.min(id.length(), LONGEST_TEXT)),
                    subject,
                    scopes(claims),
                    labels(claims),
                    notBefore == null ? Long.MIN_VALUE : notBefore.getTime() - skew.toMillis(),
                    expires.getTime() + skew.toMillis()));
        } catch (ParseException e) {
            return WRONG;
        }
    }

    /** Times that overflow are not short either. */
    private boolean isShort(long begins, long expires) {
        try {
            return Math.subtractExact(expires, begins) <= longest.toMillis();
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** {@code scope} (RFC 8693, section 4.2), else {@code scp}, which may be a list. */
    private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
        Object scope = claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
        Set<String> scopes = new HashSet<>();
        if (scope instanceof List<?> listed) {
            for (Object one : listed) {
                add(String.valueOf(one), scopes);
            }
        } else if (scope instanceof String text) {
            for (String one : text.split(" ", -1)) {
                add(one, scopes);
            }
        }
        return scopes;
    }

    private static void add(String scope, Set<String> to) {
        if (!scope.isBlank() && scope.length() <= LONGEST_TEXT && to.size() < MOST_SCOPES) {
            to.add(scope);
        }
    }

    private Map<String, String> labels(JWTClaimsSet claims) {
        Map<String, String> found = new HashMap<>();
        for (String name : labels) {
            @Nullable Object value = claims.getClaim(name);
            if (value instanceof String text && text.length() <= LONGEST_TEXT) {
                found.put(name, text);
            }
        }
        return found;
    }
}
