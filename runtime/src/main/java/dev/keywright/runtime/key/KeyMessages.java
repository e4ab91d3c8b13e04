package dev.keywright.runtime.key;

/** Every sentence about keys and key files. None repeats a key or a digest. */
final class KeyMessages {

    private static final int LONGEST = 300;

    private KeyMessages() {}

    static String recordWithoutIdOrOwner(String id) {
        return "A key record needs an id of 1 to 128 printable ASCII characters without spaces, and an owner of 1 to 256"
                + " characters, none of them a control character; the one with id '" + cut(id)
                + "' does not have both.";
    }

    static String digestForm(String id) {
        return "The digest of key '" + cut(id) + "' must be 'sha256:' or 'hmac-sha256:' and 64 lower-case hex digits.";
    }

    static String prefixForm() {
        return "A key prefix is 2 to 16 lower-case letters and digits, starting with a letter, as in \"shop\".";
    }

    static String shortPepper(int bytes) {
        return "The pepper has " + bytes + " bytes and needs at least 32.";
    }

    static String duplicateId(String id) {
        return "Two key records have the id '" + cut(id) + "'.";
    }

    static String duplicateDigest(String id, String other) {
        return "The keys '" + cut(id) + "' and '" + cut(other) + "' have the same digest.";
    }

    static String tooLarge(String id, String member) {
        return "Key '" + cut(id) + "' has " + member
                + " that are too many, too long, or hold control characters: at most 64 scopes, networks and labels, limits"
                + " of 256 characters, label names of 128 and values of 1,024.";
    }

    static String unknownId(String id) {
        return "There is no key '" + cut(id) + "'.";
    }

    static String notRotated(String id, KeyStanding standing) {
        String how = switch (standing) {
            case REVOKED -> "revoked";
            case EXPIRED -> "expired";
            case NOT_YET_VALID -> "not yet valid";
            case VALID -> "valid";
        };
        return "The key '" + cut(id) + "' is " + how + "; make a new one instead.";
    }

    static String alreadyRotated(String id, String successor) {
        return "The key '" + cut(id) + "' was rotated already, to '" + cut(successor)
                + "'. If that one got lost, revoke it first.";
    }

    static String endsBeforeItStarts() {
        return "The new key would end before it starts.";
    }

    static String badOverlap() {
        return "The overlap of a rotation is 0 to 366 days.";
    }

    static String pageSize(int most) {
        return "A page has 1 to " + most + " keys.";
    }

    static String storeFull(int most) {
        return "The store holds " + most + " keys, which is all it can; keep more in a database.";
    }

    static String foreignForm() {
        return "A key of another format has 20 to 512 printable ASCII characters without spaces.";
    }

    static String notForeign() {
        return "This is a key in Keywright's format, which is found by its id; make one instead of adding it.";
    }

    static String brokenFile(String file, String why) {
        return "The key file " + file + " cannot be used: " + shortened(why);
    }

    static String missingFile(String file) {
        return brokenFile(
                file,
                "it cannot be read: it is not there; make it and a first key with 'keywright keys create --store'");
    }

    static String staleFile(String file) {
        return "The key file " + file + " has been unusable for too long.";
    }

    static String readByAll(String file) {
        return "Everyone on this machine may read the key file " + file
                + ". It holds no keys, but who has them, and digests; chmod o-r, unless that is meant.";
    }

    static String lastUsesNotWritten(String file) {
        return "The times of last use beside the key file " + file + " cannot be written.";
    }

    static String lastUsesLost(String why) {
        return "Times of last use are lost, and will be until this is mended: " + why;
    }

    static String tooMany(int most) {
        return "it holds more than " + most + " keys; keep so many in a database";
    }

    /** Grammars repeat what they refuse, and a file may hold anything, a digest or a key in the wrong place too. */
    private static String shortened(String why) {
        String printable = why.replaceAll("[^ -~]", "?").replaceAll("[0-9A-Za-z+/=_]{12,}", "...");
        int length = printable.length();
        return length <= LONGEST
                ? printable
                : printable.substring(0, LONGEST / 2) + "..." + printable.substring(length - LONGEST / 2);
    }

    private static String cut(String id) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(id.length(), 32); i++) {
            char c = id.charAt(i);
            safe.append(c >= ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
    }
}
