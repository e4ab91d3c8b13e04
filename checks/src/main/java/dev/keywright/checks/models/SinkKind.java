package dev.keywright.checks.models;

/** Where a value leaves the hands of the code that holds it. */
public enum SinkKind {
    /** A log, the console, a diagnostic context. */
    LOG,
    /** The text of an error that others see: an exception's message, an error page, a problem detail. */
    ERROR,
    /** The query of a URL: a value that a builder's method puts there. */
    URL_QUERY,
    /** A whole URL, or its path or user part. */
    URL,
    /** A response's body, header or view model. */
    RESPONSE,
    /** The key, password or secret of a cryptographic or network interface. */
    KEY_MATERIAL,
    /** A look-up by value in a map, a database or a cache. */
    LOOKUP,
    /** A place where a password is kept. */
    STORE,
    /** A digest that anybody can compute quickly. */
    HASH,
    /** The name of an algorithm. */
    ALGORITHM
}
