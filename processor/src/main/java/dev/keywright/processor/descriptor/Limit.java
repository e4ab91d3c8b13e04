package dev.keywright.processor.descriptor;

/**
 * A limit on calls.
 *
 * @param by the name of the {@code LimitBy} constant
 * @param text one or more limits, as the user wrote them
 */
public record Limit(String by, String text) {

    /** What is counted after authentication. */
    public static final String BY_CREDENTIAL = "CREDENTIAL";

    /** Whether it counts each credential by itself. */
    public boolean byCredential() {
        return by.equals(BY_CREDENTIAL);
    }
}
