package dev.keywright.checks;

/** What the analyzer itself says. */
final class Messages {

    static final String ENDPOINTS = "The search for endpoints";
    static final String FLOW = "The data flow";

    private Messages() {}

    /** Names the throwable's class and where it came from; its message may hold source text, and with it a secret. */
    static String crash(String part, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return part + " failed with " + thrown.getClass().getName() + where
                + "; the rest of the file was analysed. Please report it with this file.";
    }

    static String unparsed() {
        return "has syntax errors and was analysed as far as it parses";
    }
}
