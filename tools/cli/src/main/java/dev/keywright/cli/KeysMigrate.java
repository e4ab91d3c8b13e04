package dev.keywright.cli;

import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.store.jdbc.JdbcSchema;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keys migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Makes Keywright's tables in a database, or brings them up to date.")
final class KeysMigrate implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private KeyStoreOptions options = new KeyStoreOptions();

    @Override
    public Integer call() throws UsageException, UnreachableException {
        try (JdbcSource source = options.source()) {
            int found = JdbcSchema.migrate(source);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println(
                            options.format() == KeyStoreOptions.Format.JSON
                                    ? "{\"found\":" + found + ",\"version\":" + JdbcSchema.VERSION + "}"
                                    : Messages.migrated(found, JdbcSchema.VERSION));
            return ExitStatus.NOTHING_TO_STOP_FOR;
        } catch (KeyStoreException e) {
            throw KeysAction.trouble(e);
        }
    }
}
