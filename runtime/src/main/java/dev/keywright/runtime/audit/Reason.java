package dev.keywright.runtime.audit;

/** The precise outcome of a check, for audit events and metrics. Callers only see its status. */
public enum Reason {
    /** Everything held. */
    ADMITTED(200),
    /** Plain HTTP where TLS is required. */
    PLAIN_HTTP(403),
    /** The limit of one address. */
    LIMIT_ADDRESS(429),
    /** The limit of all callers together. */
    LIMIT_GLOBAL(429),
    /** Too many failed attempts from one address, and this one failed as well. */
    THROTTLED(429),
    /** No credential. */
    CREDENTIAL_MISSING(401),
    /** The credential came twice, or more than one of several came. */
    CREDENTIAL_AMBIGUOUS(401),
    /** The credential cannot be one of ours: its form or checksum is wrong. */
    CREDENTIAL_MALFORMED(401),
    /** Well formed, but nobody's; the known id with a wrong secret too. */
    CREDENTIAL_UNKNOWN(401),
    /** The key store does not answer. */
    KEY_STORE_UNAVAILABLE(503),
    /** The signature's timestamp is outside the window. */
    SIGNATURE_STALE(401),
    /** The signature is for an authority that is not ours. */
    AUTHORITY_UNKNOWN(401),
    /** The body is larger than the endpoint takes. */
    BODY_TOO_LARGE(413),
    /** The body did not arrive in time. */
    BODY_TIMEOUT(408),
    /** The body could not be read. */
    BODY_UNREADABLE(400),
    /** Too many captured bodies at once. */
    BODY_BUDGET(503),
    /** The signature does not fit the request. */
    SIGNATURE_WRONG(401),
    /** The signature fits, but does not cover all that it must. */
    SIGNATURE_INCOMPLETE(401),
    /** The signature fits, but the body is not the one that Content-Digest describes. */
    DIGEST_WRONG(401),
    /** The key is not valid yet. */
    KEY_NOT_YET_VALID(401),
    /** The key has expired. */
    KEY_EXPIRED(401),
    /** The key was revoked. */
    KEY_REVOKED(401),
    /** The key may not be used from this address. */
    ADDRESS_NOT_ALLOWED(401),
    /** The key lacks a scope. */
    SCOPE_MISSING(403),
    /** The bearer token's signature does not fit it. */
    TOKEN_SIGNATURE_WRONG(401),
    /** The bearer token is genuine but not for this application: its issuer, audience, type, times or algorithm. */
    TOKEN_CLAIMS_WRONG(401),
    /** The bearer token is not valid yet. */
    TOKEN_NOT_YET_VALID(401),
    /** The bearer token has expired. */
    TOKEN_EXPIRED(401),
    /** The token store or the keys that tokens are verified with are out of reach. */
    TOKEN_VERIFIER_UNAVAILABLE(503),
    /** The nonce was used before. */
    SIGNATURE_REPLAYED(401),
    /** The limit of the credential. */
    LIMIT_CREDENTIAL(429),
    /** The replay memory of this credential is full or does not answer. */
    NONCE_STORE_UNAVAILABLE(503),
    /** The body does not name one account in the place where the endpoint looks for it. */
    ACCOUNT_UNREADABLE(400),
    /** Too many log-ins have failed, from this address or for this account; this one came too early. */
    LOGIN_DELAYED(429),
    /** Too many log-ins have failed from this address for this account, which is locked there for a while. */
    LOGIN_LOCKED(429),
    /** The store of failed log-ins does not answer. */
    LOGIN_STORE_UNAVAILABLE(503),
    /** The handler was reached, and refused the log-in itself. */
    LOGIN_FAILED(401),
    /** The handler has no guard, or was reached past it. */
    UNGUARDED(403);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
