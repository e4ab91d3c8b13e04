package dev.keywright.checks.finding;

/** Where in our own code something was thrown, for reports of crashes: the JDK's frames above it say little. */
public final class Own {

    private static final String PREFIX = "dev.keywright.";

    private Own() {}

    /** The innermost frame of our own code, else the innermost of all, as {@code " at …"}; empty without a trace. */
    public static String frame(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith(PREFIX)) {
                return " at " + element;
            }
        }
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
