package dev.keywright.checks.flow;

/** The texts of trace steps. */
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

    static String rendered(String type) {
        return "shown by the toString of '" + type + "'";
    }
}
