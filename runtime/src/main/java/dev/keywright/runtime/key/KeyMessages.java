package dev.keywright.runtime.key;

/** Every sentence about keys and key files. None repeats a key or a digest. */
final class KeyMessages {

    private KeyMessages() {}

    static String recordWithoutIdOrOwner(String id) {
        return "A key record needs an id of 1 to 128 characters and an owner; the one with id '" + cut(id)
                + "' does not" + " have both.";
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

    static String wrongHasher(String id, String algorithm) {
        return "Key '" + cut(id) + "' was not digested with " + algorithm
                + ", which this application is configured for.";
    }

    static String brokenFile(String file, String why) {
        return "The key file " + file + " cannot be used: " + why;
    }

    static String staleFile(String file) {
        return "The key file " + file + " has been unusable for too long.";
    }

    static String closed() {
        return "The key store is closed.";
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
