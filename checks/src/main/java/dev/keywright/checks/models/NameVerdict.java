package dev.keywright.checks.models;

/**
 * What a name says.
 *
 * @param kind of the secret it names
 * @param strong whether the name suffices; else it needs a second sign
 * @param hashed whether it names a digest or a cipher text of the secret
 */
public record NameVerdict(Kind kind, boolean strong, boolean hashed) {}
