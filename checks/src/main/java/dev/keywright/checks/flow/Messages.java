package dev.keywright.checks.flow;

import dev.keywright.checks.finding.Own;

/** The texts of trace steps, and of what was left undecided. */
final class Messages {

    private Messages() {}

    static String assigned(String variable) {
        return "held by '" + variable + "'";
    }

    static String passed(String method) {
        return "passed to '" + method + "'";
    }

    static String made(String what, String method) {
        return what + " by '" + method + "'";
    }

    static String stored(String field) {
        return "stored in field '" + field + "'";
    }

    static String handedOn() {
        return "handed on";
    }

    static String rendered(String type) {
        return "shown by the toString of '" + type + "'";
    }

    static String tooLarge(String method) {
        return "the data flow of '" + method + "' is too large to be followed to its end";
    }

    static String crashed(String method, Throwable failure) {
        return "following the data flow of '" + method + "' failed with "
                + failure.getClass().getSimpleName() + Own.frame(failure) + "; please report it";
    }

    static String quote(String name) {
        return "'" + name + "'";
    }
}
