package shop.accounts;

import dev.keywright.annotations.Secret;

/** What a customer logs in with. */
record LogIn(String email, @Secret String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "LogIn[" + email + "]";
    }
}
