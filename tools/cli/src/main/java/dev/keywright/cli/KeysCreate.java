package dev.keywright.cli;

import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keys create}. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a key and prints it, once.")
final class KeysCreate extends KeysAction {

    @Mixin
    private KeyDetails details = new KeyDetails();

    @Option(
            names = "--prefix",
            defaultValue = PREFIX,
            paramLabel = "WORD",
            description = "What the application's keys start with. Default: ${DEFAULT-VALUE}.")
    private String prefix = PREFIX;

    @Override
    String prefix() {
        return prefix;
    }

    @Override
    void check() throws UsageException {
        ApiKeys.checkPrefix(prefix);
        details.check();
    }

    @Override
    boolean makesFile() {
        return true;
    }

    @Override
    int run(KeyAdministration keys) throws KeyStoreException, KeyRefusedException {
        return output().made(keys.create(details.owner(), details::apply));
    }
}
