package dev.keywright.checks.flow;

import dev.keywright.checks.finding.Own;

/** The texts of beginnings of traces, and of what was left undecided. */
final class Messages {

    private Messages() {}

    static String made(String what, String method) {
        return what + " by '" + method + "'";
    }

    static String handedOn() {
        return "handed on";
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
