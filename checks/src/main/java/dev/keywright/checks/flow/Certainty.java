package dev.keywright.checks.flow;

/** How sure it is that a value is a secret, the surest first. */
public enum Certainty {
    /** Declared so: {@code @Secret}, or a type that only secrets have. */
    DECLARED,
    /** The result of an operation that makes secrets. */
    COMPUTED,
    /** Received under a name that only credentials have. */
    RECEIVED,
    /** Configured under a name that only secrets have. */
    CONFIGURED,
    /** Named so, in words that suffice. */
    NAMED,
    /** Named with a word that needs a second sign: a bare token, key, hash or signature. */
    HINTED
}
