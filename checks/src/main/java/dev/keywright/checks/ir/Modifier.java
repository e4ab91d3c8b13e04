package dev.keywright.checks.ir;

/** A modifier, written or implied (members of an interface are public, fields of it static and final). */
public enum Modifier {
    PUBLIC,
    PROTECTED,
    PRIVATE,
    STATIC,
    FINAL,
    ABSTRACT,
    DEFAULT,
    SYNCHRONIZED,
    NATIVE,
    TRANSIENT,
    VOLATILE,
    SEALED
}
