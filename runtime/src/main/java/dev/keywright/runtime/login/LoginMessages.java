package dev.keywright.runtime.login;

/** Every sentence about log-in protection. None repeats an account. */
final class LoginMessages {

    private LoginMessages() {}

    static String badBackoff() {
        return "A backoff has no negative numbers, and a positive leak.";
    }

    static String badCapacity() {
        return "The capacity of an attempt store must be positive.";
    }
}
