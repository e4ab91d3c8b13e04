package dev.keywright.checks.rules.caller;

/** What the rules of this family say. */
final class Messages {

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
