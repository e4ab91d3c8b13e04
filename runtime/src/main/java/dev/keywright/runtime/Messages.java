package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.secret.Secrets;
import java.time.Instant;
import java.util.List;

/** Every sentence that this module shows to those who run it. */
final class Messages {

    private Messages() {}

    static String startRefused(List<String> problems) {
        StringBuilder text = new StringBuilder("Keywright refuses to start, because ")
                .append(problems.size() == 1 ? "one thing is wrong:" : problems.size() + " things are wrong:");
        for (String problem : problems) {
            text.append("\n  - ").append(problem);
        }
        return text.toString();
    }

    static String unknownScheme(String scheme) {
        return "The signature scheme " + scheme + " is not enforced by this version of the runtime.";
    }

    static String credentialLimitWithoutCredential(String endpoint) {
        return endpoint
                + " limits calls by credential but demands none; add a mechanism, or count by ADDRESS or GLOBAL.";
    }

    static String samePlace(String endpoint, String header) {
        return endpoint + " reads two different credentials from the header '" + header
                + "'; give each API key of @AnyOf its own header, and name one signature and one bearer token only.";
    }

    static String stepSkipped() {
        return "A guard left out a step of its check, or took it out of turn; compile the guarded class again.";
    }

    static String nothingDenied() {
        return "A guard asked for a refusal although no step had said no; compile the guarded class again.";
    }

    static String unknownStore(String endpoint, String store) {
        return endpoint + " asks the key store " + (store.isEmpty() ? "(default)" : "'" + store + "'")
                + ", which is not configured; hand it to Keywright.builder().keyStore(…), or, with Spring Boot, set"
                + (store.isEmpty() ? " keywright.api-keys.file." : " keywright.api-keys.files." + store + ".");
    }

    static String unknownVerifier(String endpoint, String verifier) {
        return endpoint + " asks the bearer verifier " + (verifier.isEmpty() ? "(default)" : "'" + verifier + "'")
                + ", which is not configured; hand a TokenService or a JWT verifier to"
                + " Keywright.builder().bearerVerifier(…), or, with Spring Boot, set keywright.tokens.prefix for tokens of your"
                + " own, keywright.jwt.issuer for those of an identity provider.";
    }

    static String shortAccountKey(int bytes) {
        return "The key that names accounts has " + bytes + " bytes and needs at least 32.";
    }

    static String noAccountKey(String endpoint) {
        return endpoint
                + " counts failed log-ins together with other nodes, which needs the same key on each of them to"
                + " name accounts with: configure the secret 'account-key' with at least 32 bytes, or hand a key to"
                + " Keywright.builder().accountKey(…).";
    }

    static String unknownSecret(String endpoint, String secret) {
        return endpoint + " needs the secret '" + secret + "', which is not configured; set the environment variable "
                + Secrets.variable(secret) + ", or, with Spring Boot, keywright.secrets." + secret + ".";
    }

    static String badSecret(String endpoint, String secret, String why) {
        return endpoint + " needs the secret '" + secret + "', which cannot be read: " + why;
    }

    static String shortSecret(String endpoint, String secret, String keyId, int bytes, int shortest) {
        return endpoint + " needs the secret '" + secret + "', whose value '" + keyId + "' has " + bytes
                + " bytes; it needs at least " + shortest + ".";
    }

    static String sharedSecret(String endpoint, String secret, String scheme, String family) {
        return endpoint + " verifies " + scheme + " with the secret '" + secret
                + "', which another endpoint uses under another scheme (" + family
                + "); give each its own, so that no signature of one fits the other.";
    }

    static String twoSignatures(String endpoint) {
        return endpoint + " demands two signatures of one request; demand one, or a choice of one by @AnyOf.";
    }

    static String noGuard(String type, String guard) {
        return type + " bears Keywright annotations but has no guard (" + guard
                + "); compile it with the keywright processor on the processor path.";
    }

    static String inheritedGuardMissing(String type, String annotated, String guard) {
        return type + " inherits Keywright annotations from " + annotated + " but neither has a guard (" + guard
                + "); compile them with the keywright processor on the processor path.";
    }

    static String staleGuard(String type) {
        return "The guard of " + type
                + " was made from other annotations than it bears now; compile it again, all of it.";
    }

    static String wrongGuard(String guard, String type) {
        return guard + " is not the guard of " + type + "; compile it again.";
    }

    static String brokenGuard(String guard, String why) {
        return guard + " cannot be built: " + why;
    }

    static String forwardingFromStrangers() {
        return "Forwarding headers arrive from an address that is no trusted proxy, and are ignored. If that is a proxy of"
                + " yours, name its network with trustedProxies(…); until then its clients all count as one address.";
    }

    static String noOrigins(String endpoint) {
        return endpoint
                + " takes signatures, but no public origin is configured: only those for a loopback authority are"
                + " accepted. Name your origins with publicOrigins(…).";
    }

    static String firstSignatures(Instant from) {
        return "Signatures dated before " + from
                + " are refused as stale: what was admitted before this start is not known here."
                + " The clock skew is how long that lasts.";
    }

    static String badOrigin(Object origin) {
        return "'" + origin + "' is not an origin; write scheme and authority alone, as https://api.shop.example.";
    }

    static String tooManyOrigins() {
        return "At most 16 public origins can be configured.";
    }

    static String observerThrew() {
        return "The observer of checks threw. Decisions do not depend on it; further exceptions are not logged.";
    }

    static String badDuration(String what) {
        return what + " must be positive, and at most one day.";
    }

    static String badLastUseInterval() {
        return "The interval for times of last use is zero for never, or 1 second to 1 day.";
    }

    static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "OK";
        };
    }

    /** What a caller is told under {@code DISTINCT}. */
    static String detail(Reason reason) {
        return switch (reason) {
            case ADMITTED -> "The request was admitted.";
            case PLAIN_HTTP -> "This endpoint answers over TLS only.";
            case LIMIT_ADDRESS, LIMIT_GLOBAL, LIMIT_CREDENTIAL -> "The rate limit is used up.";
            case THROTTLED -> "Too many attempts have failed.";
            case CREDENTIAL_MISSING -> "No credential was presented.";
            case CREDENTIAL_AMBIGUOUS -> "More than one credential was presented.";
            case CREDENTIAL_MALFORMED -> "The credential is not well formed.";
            case CREDENTIAL_UNKNOWN -> "The credential is not known.";
            case KEY_STORE_UNAVAILABLE,
                    NONCE_STORE_UNAVAILABLE,
                    TOKEN_VERIFIER_UNAVAILABLE,
                    LOGIN_STORE_UNAVAILABLE,
                    BODY_BUDGET -> "The service cannot decide now.";
            case TOKEN_SIGNATURE_WRONG -> "The signature of the token does not fit.";
            case TOKEN_CLAIMS_WRONG -> "The token is not for this application.";
            case TOKEN_NOT_YET_VALID -> "The token is not valid yet.";
            case TOKEN_EXPIRED -> "The token has expired.";
            case ACCOUNT_UNREADABLE -> "The body does not name one account where it should.";
            case LOGIN_DELAYED -> "Too many log-ins have failed; this one came too early.";
            case LOGIN_LOCKED -> "Too many log-ins have failed; the account is locked here for a while.";
            case LOGIN_FAILED -> "The log-in failed.";
            case SIGNATURE_STALE -> "The timestamp of the signature is outside the window.";
            case AUTHORITY_UNKNOWN -> "The signature is for another authority.";
            case BODY_TOO_LARGE -> "The body is too large.";
            case BODY_TIMEOUT -> "The body did not arrive in time.";
            case BODY_UNREADABLE -> "The body could not be read.";
            case SIGNATURE_WRONG -> "The signature does not fit the request.";
            case SIGNATURE_INCOMPLETE -> "The signature does not cover all that it must.";
            case DIGEST_WRONG -> "The body does not fit its digest.";
            case KEY_NOT_YET_VALID -> "The key is not valid yet.";
            case KEY_EXPIRED -> "The key has expired.";
            case KEY_REVOKED -> "The key was revoked.";
            case ADDRESS_NOT_ALLOWED -> "The key may not be used from this address.";
            case SCOPE_MISSING -> "The credential lacks a scope that the endpoint needs.";
            case SIGNATURE_REPLAYED -> "The nonce was used before.";
            case UNGUARDED -> "This handler is not open to requests.";
        };
    }
}
