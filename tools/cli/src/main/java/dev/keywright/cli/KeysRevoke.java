package dev.keywright.cli;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys revoke}. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Ends a key, or all keys of an owner, at once and for good. Their records stay.")
final class KeysRevoke extends KeysAction {

    /** One of the two. */
    static final class Which {

        @Parameters(paramLabel = "ID", arity = "0..1", description = "The id of the key.")
        private @Nullable String id;

        @Option(names = "--owner", required = true, paramLabel = "NAME", description = "All keys of this owner.")
        private @Nullable String owner;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Override
    int run(KeyAdministration keys) throws KeyStoreException, KeyRefusedException {
        if (which.id != null) {
            return output().changed(keys.revoke(which.id), Messages.revoked(which.id));
        }
        int count = keys.revokeAllOf(String.valueOf(which.owner));
        return output().count("revoked", count, Messages.revoked(count));
    }
}
