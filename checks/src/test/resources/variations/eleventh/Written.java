package eleventh;

/** A written password that opens, and constants that only look like one. */
final class Console {

    private static final String PASSWORD = "platform";
    private static final String DEFAULT_PASSWORD = "platform";
    private static final String PASSWORD_PARAMETER = "password";

    void checkUser(String name, String password) {
        if (!PASSWORD.equals(password)) { // BUG: HardcodedSecret
            throw new IllegalArgumentException("no");
        }
    }

    boolean checkStillDefault(String password) {
        return DEFAULT_PASSWORD.equals(password); // OK: HardcodedSecret
    }

    boolean checkParameter(String name) {
        return PASSWORD_PARAMETER.equals(name); // OK: HardcodedSecret
    }
}
