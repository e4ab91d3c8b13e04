package net.acme.seventh;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A look-up of one's own that throws, before a check of one's own that takes its time. */
class Realms {

    private static final BCryptPasswordEncoder ENCODER = new BCryptPasswordEncoder();
    private static final String NOBODY = ENCODER.encode("nobody");

    private final Rows rows;

    Realms(Rows rows) {
        this.rows = rows;
    }

    Entry entry(String name) {
        Entry entry = rows.get(name);
        if (entry == null) {
            throw new UsernameNotFoundException("no entry");
        }
        return entry;
    }

    Entry enter(String name, String password) {
        Entry entry = entry(name); // BUG: AuthenticationEnumeration
        if (!entry.isPasswordRight(password)) {
            throw new BadCredentialsException("no");
        }
        return entry;
    }

    Entry enterEvenly(String name, String password) {
        Entry entry;
        try {
            entry = entry(name);
        } catch (UsernameNotFoundException unknown) {
            ENCODER.matches(password, NOBODY);
            throw unknown;
        }
        if (!entry.isPasswordRight(password)) {
            throw new BadCredentialsException("no");
        }
        return entry;
    }

    /** What is caught ends it, and the hash was never asked. */
    Entry enterCaught(String name, String password) {
        try {
            Entry entry = entry(name); // BUG: AuthenticationEnumeration
            if (!entry.isPasswordRight(password)) {
                throw new BadCredentialsException("no");
            }
            return entry;
        } catch (RuntimeException refused) {
            return null;
        }
    }

    /** Nobody's entry takes the same time. */
    Entry enterAnyhow(String name, String password) {
        Entry entry;
        try {
            entry = entry(name);
        } catch (UsernameNotFoundException unknown) {
            entry = new Entry(NOBODY);
        }
        if (!entry.isPasswordRight(password)) {
            throw new BadCredentialsException("no");
        }
        return entry;
    }

    /** Whoever is looked up is not the one who types. */
    void reset(String name, String password, Entry admin) {
        if (admin.isPasswordRight(password)) {
            entry(name).forget();
        }
    }

    static final class Entry {
        private final String hash;

        Entry(String hash) {
            this.hash = hash;
        }

        boolean isPasswordRight(String typed) {
            return ENCODER.matches(typed, hash);
        }

        void forget() {}
    }
}
