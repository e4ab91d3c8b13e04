package dev.keywright.runtime;

/** What one credential of an endpoint must be. */
public sealed interface CredentialPolicy permits ApiKeyPolicy, HmacPolicy {}
