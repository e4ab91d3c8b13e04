package dev.keywright.cli;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyEntry;
import dev.keywright.runtime.key.KeyStoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keys list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys, never the keys themselves.")
final class KeysList extends KeysAction {

    @Option(names = "--owner", paramLabel = "NAME", description = "Only the keys of this owner.")
    private @Nullable String owner;

    @Override
    int run(KeyAdministration keys) throws KeyStoreException {
        List<KeyEntry> entries = new ArrayList<>(keys.listAll());
        entries.removeIf(entry -> owner != null && !entry.record().owner().equals(owner));
        entries.sort(Comparator.comparing((KeyEntry entry) -> entry.record().owner())
                .thenComparing(entry -> entry.record().id()));
        return output().list(entries);
    }
}
