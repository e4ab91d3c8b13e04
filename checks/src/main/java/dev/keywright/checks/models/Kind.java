package dev.keywright.checks.models;

/** What kind of secret a value is. The order is the one in which a message prefers to name it. */
public enum Kind {
    PASSWORD("password"),
    KEY("key"),
    TOKEN("token"),
    MAC("MAC"),
    /** A digest of a secret: compared it is as dangerous as the secret, shown it is not. */
    DIGEST("digest of a secret"),
    PERSONAL("personal datum");

    private final String noun;

    Kind(String noun) {
        this.noun = noun;
    }

    /** As a message names it. */
    public String noun() {
        return noun;
    }
}
