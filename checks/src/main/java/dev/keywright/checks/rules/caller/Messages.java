package dev.keywright.checks.rules.caller;

/** What the rules of this family say. */
final class Messages {

    static final String EARLY =
            "An unknown account is refused here before any hash is computed, so that the time of the"
                    + " answer tells which accounts exist; compare the password with the hash of a made-up account then";
    static final String NOT_HIDDEN =
            "This switch makes the log-in tell an unknown account from a wrong password, so that"
                    + " anybody can find out which accounts exist; leave it out";

    private Messages() {}

    static String spoofable(String header, String use) {
        return "The address in '" + header + "' is written by the caller and " + use
                + "; take the socket's address, or read"
                + " the header only when the socket's peer is a trusted proxy, from right to left";
    }

    static String enumeration(String unknown, String wrong) {
        return "An unknown account is answered with " + unknown + " and a wrong credential with " + wrong
                + ", so that anybody can find out which accounts exist; give the same answer to both";
    }
}
