package org.forum.auth;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordCheck {
    private final PasswordEncoder encoder;

    PasswordCheck(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    void require(Account account, String password) {
        encoder.matches(password, account.hash()); // BUG: SignatureCheckBypassed
        account.touch();
    }

    void requireFixed(Account account, String password) {
        if (!encoder.matches(password, account.hash())) { // OK: SignatureCheckBypassed
            throw new BadCredentialsException("bad credentials");
        }
        account.touch();
    }

    void dummyWork(String password) {
        encoder.matches(password, "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5xJp4F5rP5r5cQmPZ5Y5o9q1b1b1a"); // OK: SignatureCheckBypassed
        throw new BadCredentialsException("bad credentials");
    }

    boolean old(Account account, String password) {
        return BCrypt.checkpw(password, account.hash()); // OK: SignatureCheckBypassed
    }

    interface Account {
        String hash();

        void touch();
    }
}
