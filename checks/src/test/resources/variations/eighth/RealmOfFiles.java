package eighth;

/** Passwords of two texts that a method is handed, in words that few use. */
final class RealmOfFiles {

    private boolean checkPassword(String real, String provided) {
        if (real == null || provided == null) {
            return false;
        }
        return real.equals(provided); // BUG: TimingUnsafeComparison
    }

    boolean validatePassword(String password, String password2) {
        return password.equals(password2);
    }

    boolean checkPasswordStrength(String password, String userName) {
        return !password.equals(userName);
    }

    boolean isPasswordConfirmed(String given, String repeated) {
        return given.equals(repeated);
    }
}
