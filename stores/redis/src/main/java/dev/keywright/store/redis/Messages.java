package dev.keywright.store.redis;

/** Every sentence that this module shows to those who run it. None of them holds a password or a whole URI. */
final class Messages {

    private Messages() {}

    static String badUri() {
        return "The Redis URI is not one; write redis://host:6379, or rediss:// for TLS, with user and password before the"
                + " host where the server asks for them.";
    }

    static String badPrefix() {
        return "The prefix of names in Redis is 1 to 64 letters, digits, '.', '_' or '-'.";
    }

    static String shortNameSecret() {
        return "The secret for names in Redis needs at least 32 bytes.";
    }

    static String badTimeout() {
        return "The time-out of Redis commands is between 10 milliseconds and 5 seconds.";
    }

    static String badNodes() {
        return "The number of nodes is between 1 and " + RedisStore.MOST_NODES + ".";
    }

    static String badQuota() {
        return "A quota or capacity must be positive.";
    }

    static String cannotConnect(String server, String why) {
        return "Redis at " + server + " cannot be reached (" + why + ").";
    }

    static String policy(String server, String policy) {
        return "Redis at " + server + " has maxmemory-policy " + policy
                + ", so it may forget nonces before they expire and admit them twice. Set it to noeviction.";
    }

    static String tooOld(String server, String version) {
        return "Redis at " + server + " has version " + version + "; at least 5.0 is needed.";
    }

    static String readOnly(String server) {
        return "Redis at " + server + " is a replica; connect to the primary, or through Sentinel.";
    }

    static String clock(String server, long millis) {
        return "The clock of this machine differs by " + millis + " ms from that of Redis at " + server
                + ". Signed requests are answered 503 until they agree within " + RedisNonces.CLOCK_TOLERANCE_MILLIS / 2
                + " ms.";
    }

    static String outOfReach(String server, String why) {
        return "Redis at " + server + " is out of reach (" + why
                + "). Until it is back, limits and locks are counted by each node alone, and requests whose authentication"
                + " needs it are answered 503.";
    }

    static String back(String server) {
        return "Redis at " + server + " is back: limits and locks are shared again, authentication is served.";
    }

    static String full(String server) {
        return "Redis at " + server
                + " has reached its maxmemory. New signatures and log-ins' tokens are answered 503, and new"
                + " counts of limits are kept by each node alone, until something expires.";
    }

    static String born(String server) {
        return "Redis at " + server + " has started, failed over or lost its data since signatures were last checked."
                + " Signatures from before are refused as stale.";
    }

    static String badToken() {
        return "The record of a token in Redis cannot be read.";
    }

    static String knownToken() {
        return "A token of this id is known already.";
    }

    static String notOneFamily() {
        return "Tokens that are kept together have one owner and one family.";
    }

    static String unavailable() {
        return "Redis does not answer";
    }
}
