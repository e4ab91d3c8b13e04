package dev.keywright.cli;

import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.Rotation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys rotate}. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = "Makes a key that takes another's place; for a time both are valid.")
final class KeysRotate extends KeysAction {

    @Parameters(paramLabel = "ID", description = "The id of the old key.")
    private String id = "";

    @Option(
            names = "--prefix",
            defaultValue = PREFIX,
            paramLabel = "WORD",
            description = "What the application's keys start with. Default: ${DEFAULT-VALUE}.")
    private String prefix = PREFIX;

    @Option(
            names = "--overlap",
            defaultValue = "7 days",
            paramLabel = "TIME",
            description =
                    "How long the old key stays valid, up to 366 days; \"none\" ends it at once. Default: ${DEFAULT-VALUE}.")
    private String overlap = "";

    @Option(
            names = "--expires-in",
            paramLabel = "TIME",
            description = "How long the new key is valid. Default: until the old one was to end.")
    private @Nullable String expiresIn;

    @Override
    String prefix() {
        return prefix;
    }

    @Override
    void check() throws UsageException {
        ApiKeys.checkPrefix(prefix);
        rotation();
    }

    private Rotation rotation() throws UsageException {
        Duration time = overlap.strip().equalsIgnoreCase("none") ? Duration.ZERO : Ages.parse(overlap);
        Rotation rotation = Rotation.overlapping(time);
        return expiresIn == null ? rotation : rotation.expiringAt(Ages.from(expiresIn));
    }

    @Override
    int run(KeyAdministration keys) throws KeyStoreException, KeyRefusedException, UsageException {
        return output().made(keys.rotate(id, rotation()));
    }
}
