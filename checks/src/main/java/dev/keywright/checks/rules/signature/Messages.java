package dev.keywright.checks.rules.signature;

/** What the rules of this family say. */
final class Messages {

    static final String OMITS_BODY =
            "The signature that this request is checked against does not cover its body, so that"
                    + " a caller can keep the signature and change what it signs; feed the raw bytes of the body into the MAC, or"
                    + " put @HmacSigned on the endpoint";
    static final String RESERIALISED =
            "The signature is computed over a body that was parsed and written again, not over"
                    + " the bytes that were sent; take the raw bytes of the body, or put @HmacSigned on the endpoint";
    static final String NO_TIMESTAMP =
            "Whoever records this signed request can send it again for ever: nothing in it is"
                    + " bound to a time or used once; sign a timestamp, refuse old ones and remember the signature until then, or"
                    + " put @HmacSigned on the endpoint";
    static final String TIMESTAMP_UNSIGNED = "The timestamp is checked but the signature does not cover it, so that a"
            + " replayed request can carry a fresh one; include it in what the MAC covers, or put @HmacSigned on the"
            + " endpoint";
    static final String TIMESTAMP_UNCHECKED =
            "The timestamp is signed but never compared with the clock, so that an old"
                    + " request is as good as a new one; refuse those that are older than a few minutes, or put @HmacSigned on the"
                    + " endpoint";
    static final String PRESET =
            "This scheme has no protection against replay of its own; make the handler idempotent by"
                    + " the delivery id, and say so with replayAcknowledged = true";
    static final String NONCE_TWO_STEPS =
            "The nonce is looked for and added in two steps, between which a second request"
                    + " with the same nonce passes; use the answer of one atomic step, as add or putIfAbsent give it";

    static final String IGNORED =
            "The answer of this verification is not used, so that everything passes; refuse when it" + " is false";
    static final String UNHEEDED = "A verification that fails is only noted here, and the request goes on; refuse it";
    static final String SKIPPED_WHEN_UNSET =
            "The check is skipped when no secret is configured, so that everybody is let in where that was forgotten; refuse to"
                    + " start without one, or refuse every request";

    static final String SKIPPED_WHEN_ABSENT =
            "The check is skipped when the caller leaves the credential out; refuse a" + " request without it";
    static final String ACCEPTED_WHEN_ABSENT =
            "A missing value is taken as success here, so that leaving it out passes the" + " check; refuse instead";
    static final String WARNED_ACCEPTANCE =
            "This branch warns that nothing could be verified and answers true all the same; answer false";
    static final String ACCEPTED_ON_ERROR = "An exception during the verification is taken as success; refuse instead";
    static final String BYPASSED = "'%s' decides here that nothing is verified, and whoever can set or say it passes;"
            + " verify every request";

    static final String UNSECURED = "%s accepts tokens that nobody has signed; demand a signature with a key and an"
            + " algorithm of your own choice";
    static final String DECODED_ONLY =
            "The token's claims are used without its signature being verified; verify it before"
                    + " anything in it is believed";
    static final String CLAIMS_ONLY =
            "The token's issuer, audience or time is checked here, and its signature nowhere in this class; verify the"
                    + " signature before any claim is believed";
    static final String LENIENT_PARSE =
            "'parse' takes tokens without a signature too, although the parser has a key; call parseSignedClaims (before"
                    + " jjwt 0.12: parseClaimsJws)";
    static final String UNSIGNED_CASE =
            "This handler accepts tokens that nobody has signed; handle the signed case only, the adapter refuses the others";
    static final String NO_EXPIRY = "The token that is built here never expires; give it an expiry of minutes or hours";

    static String unsigned(String type) {
        return "A '" + type + "' is a token that nobody has signed, and anybody can write one; sign it with a key";
    }

    static final String ABSENT_EXPIRY =
            "A token without an expiry passes this check and is good for ever; refuse it when the"
                    + " expiry is missing";
    static final String UNBOUNDED_NONCES =
            "The nonces that were seen are kept for ever and in any number, so that callers can"
                    + " fill the memory; let each expire when its signature's window ends, and bound their number";

    private Messages() {}

    static String bypassed(String what) {
        return String.format(BYPASSED, what);
    }

    static String unsecured(String what) {
        return String.format(UNSECURED, what);
    }
}
