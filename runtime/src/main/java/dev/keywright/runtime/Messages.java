package dev.keywright.runtime;

import java.util.List;

/** Every sentence that this module shows to those who run it. */
final class Messages {

    private Messages() {}

    static String startRefused(List<String> problems) {
        StringBuilder text = new StringBuilder("Keywright refuses to start, because ")
                .append(problems.size() == 1 ? "one thing is wrong:" : problems.size() + " things are wrong:");
        for (String problem : problems) {
            text.append("\n  - ").append(problem);
        }
        return text.toString();
    }

    static String unknownScheme(String scheme) {
        return "The signature scheme " + scheme + " is not enforced by this version of the runtime; use CANONICAL.";
    }

    static String credentialLimitWithoutCredential(String endpoint) {
        return endpoint + " limits calls by credential but demands none; add a mechanism, or count by ADDRESS or GLOBAL.";
    }

    static String samePlace(String endpoint, String header) {
        return endpoint + " reads two different credentials from the header '" + header
                + "'; give each API key of @AnyOf its own header, and name one signature only.";
    }
}
