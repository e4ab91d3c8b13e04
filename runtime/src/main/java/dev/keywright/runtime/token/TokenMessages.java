package dev.keywright.runtime.token;

import dev.keywright.runtime.audit.Auditor;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.token.TokenRefusedException.Why;
import java.time.Duration;

/** Every sentence about tokens. None repeats a token or a digest. */
final class TokenMessages {

    private TokenMessages() {}

    static String recordWithoutIdOrOwner() {
        return "A token record needs an id, a family and an owner, each of 1 to 128 characters.";
    }

    static String digestForm() {
        return "The digest of a token must be 'sha256:' or 'hmac-sha256:' and 64 lower-case hex digits.";
    }

    static String expiresBeforeIssued() {
        return "A token must expire after it is issued.";
    }

    static String notOneFamily() {
        return "The tokens of one call must be of one owner and one family.";
    }

    static String knownId() {
        return "The store knows a token with this id already.";
    }

    static String badQuota() {
        return "The quota of tokens per owner and the capacity of the store must be positive.";
    }

    static String noOwner() {
        return "A bearer token needs an owner.";
    }

    static String reasonIsNot401(Reason reason) {
        return "A token can be refused for a reason of status 401 only, not for " + reason + ".";
    }

    static String longPrefix() {
        return "A token prefix has at most 14 characters; \"at\" or \"rt\" is added to it.";
    }

    static String badLife(Duration longest) {
        return "The life of a token must be between one second and " + longest.toHours() + " hours.";
    }

    static String reused(TokenRecord record) {
        return "The refresh token " + record.id() + " of \"" + Auditor.safe(record.owner())
                + "\" was used twice, so somebody else has it too; all tokens of that log-in are revoked.";
    }

    static String refused(Why why) {
        return switch (why) {
            case MALFORMED -> "The refresh token is not well formed.";
            case UNKNOWN -> "The refresh token is not known.";
            case EXPIRED -> "The log-in has ended.";
            case REUSED -> "The refresh token was used before; its family is revoked.";
            case FULL -> "There is no room for more tokens.";
        };
    }
}
