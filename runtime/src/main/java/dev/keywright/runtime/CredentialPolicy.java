package dev.keywright.runtime;

import java.util.List;

/** What one credential of an endpoint must be. */
public sealed interface CredentialPolicy permits ApiKeyPolicy, BearerPolicy, HmacPolicy {

    /** The largest body in bytes; -1 for no limit of ours. */
    long bodyLimitBytes();

    /** The scopes that the credential must hold, all of them. */
    default List<String> scopes() {
        return List.of();
    }
}
