package dev.keywright.checks;

import dev.keywright.checks.finding.Own;

/** What the analyzer itself says. */
final class Messages {

    static final String ENDPOINTS = "The search for endpoints";
    static final String FLOW = "The data flow";

    private Messages() {}

    /** Names the throwable's class and where it came from; its message may hold source text, and with it a secret. */
    static String crash(String part, Throwable thrown) {
        return part + " failed with " + thrown.getClass().getName() + Own.frame(thrown)
                + "; the rest of the file was analysed. Please report it with this file.";
    }

    static String outOfTime() {
        return "took too long to parse and was not analysed";
    }

    static String typesCut() {
        return "has types with more parts than are followed; what they hold is not known";
    }

    static String unparsed() {
        return "has syntax errors and was analysed as far as it parses";
    }
}
