package dev.keywright.cli;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Adds a key of another format, that somebody else made; it is read from standard input.")
final class KeysAdd extends KeysAction {

    @Mixin
    private KeyDetails details = new KeyDetails();

    @Option(names = "--id", required = true, paramLabel = "NAME", description = "A name of your own for the key.")
    private String id = "";

    @Override
    void check() throws UsageException {
        details.check();
    }

    @Override
    boolean makesFile() {
        return true;
    }

    @Override
    int run(KeyAdministration keys) throws KeyStoreException, KeyRefusedException, UsageException {
        return output().changed(
                        keys.addForeign(id, KeyInput.read(), details.owner(), details::apply), Messages.added(id));
    }
}
