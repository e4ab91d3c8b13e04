package dev.keywright.cli;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyEntry;
import dev.keywright.runtime.key.KeyFormat;
import dev.keywright.runtime.key.KeyStoreException;
import picocli.CommandLine.Command;

/** {@code keys check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a key from standard input and tells whether it is valid now; ends with 1 if not.")
final class KeysCheck extends KeysAction {

    @Override
    int run(KeyAdministration keys) throws KeyStoreException, UsageException {
        String key = KeyInput.read();
        KeyEntry found = keys.identify(key);
        return output().checked(found, KeyFormat.parse(key) != null);
    }
}
