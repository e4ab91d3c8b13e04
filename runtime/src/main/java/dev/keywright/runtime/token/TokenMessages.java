package dev.keywright.runtime.token;

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
}
