package dev.keywright.adapters.jdkhttp;

/** Every sentence that this adapter shows to those who run it. */
final class Messages {

    private Messages() {}

    static String notGuarded(String type) {
        return type
                + " has no annotation that asks for a guard on handle(HttpExchange); annotate the class or the method,"
                + " or register the handler as it is.";
    }

    static String otherHandler(String guarded, String handler) {
        return "The guard of " + guarded + " does not fit the handler " + handler + ".";
    }

    static String notAdmitted(String type) {
        return "A request reached " + type
                + " past its guard; register the handler that JdkHttpGuards.protect returns.";
    }
}
