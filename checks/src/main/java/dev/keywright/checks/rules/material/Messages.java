package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Label;

/** What the rules of this family tell. */
final class Messages {

    static final String SEEDED_BY_HAND =
            "This generator is given its only seed here, so that the same seed gives the same keys; leave setSeed out, or draw"
                    + " bytes before it so that it only adds";

    static final String WRITTEN_SALT =
            "The salt is written out, so that one table of guesses serves for every password; draw one of 16 bytes for each"
                    + " password from SecureRandom";

    static final String COMPARED_IN_SQL =
            "The database compares the password, so that it is kept as it is or hashed without a salt; look up the account by"
                    + " its name, and verify the password against a hash such as Argon2id or bcrypt";

    static final String KEPT_PLAIN =
            "A password is written to a file as it is, and whoever reads the file has it; keep a hash such as Argon2id, or"
                    + " encrypt it under a key from outside";

    private Messages() {}

    static String hardcoded(String what) {
        return "A literal is used as " + what
                + ", so everybody who has the code has it; read it from the environment or a secret store";
    }

    static String vendorToken(String vendor) {
        return "The literal is a " + vendor
                + "; revoke it, and read its successor from the environment or a secret store";
    }

    static String fallback(String what) {
        return what
                + " falls back to a value that is built in, and known to everybody who has the code, when nothing is configured;"
                + " fail instead";
    }

    static String weakRandom(String name) {
        return "'" + name
                + "' is made by a generator that can be predicted from earlier output or the time; use SecureRandom";
    }

    static String rawLookup(Label secret, String method) {
        return secret.what() + " (" + secret.kind().noun() + " received at line " + secret.line()
                + ") is looked up by its own value through '" + method
                + "', which keeps it in the clear and tells by its time; look up an id or a digest of it";
    }

    static String fastHash(String method) {
        return "A password is hashed by '" + method
                + "', which tests billions of guesses a second; use a password hash such as Argon2id, scrypt or bcrypt";
    }

    static String fewIterations(int iterations, int least) {
        return "The password hash runs " + iterations + " iterations, which is too few against guessing; use at least "
                + least;
    }

    static String plainEncoder(String type) {
        return "'" + type
                + "' keeps passwords in a form that can be read or guessed quickly; use a DelegatingPasswordEncoder,"
                + " Argon2 or bcrypt";
    }

    static String clearKey(String field) {
        return "The entity keeps the key '" + field
                + "' in the clear, so whoever reads the table can use it; keep a SHA-256 digest";
    }

    static String clearConfiguration(String field) {
        return "Jenkins writes '" + field
                + "' into its configuration as it is, where everybody who can read the file has it; keep a"
                + " hudson.util.Secret, or the id of a credential";
    }

    static String weakMac(String algorithm) {
        return "'" + algorithm + "' is built on a broken hash; use HmacSHA256";
    }

    static String hashAsMac() {
        return "A hash of a secret and a message is not a MAC: it can be extended without the secret; use HmacSHA256";
    }

    static String shortKey(int bits) {
        return "A MAC's key of " + bits + " bits can be guessed; make one of at least 128, better 256";
    }

    static String truncated(int bits) {
        return "The MAC is cut to " + bits + " bits, which can be guessed; compare at least 128";
    }
}
