package dev.keywright.cli;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands of {@code keys} have in common: a store, opened and closed, and what its troubles mean to the caller. */
abstract class KeysAction implements Callable<Integer> {

    static final String PREFIX = "key";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private KeyStoreOptions options = new KeyStoreOptions();

    /** Does the work; the exit status. */
    abstract int run(KeyAdministration keys) throws KeyStoreException, KeyRefusedException, UsageException;

    /** What new keys start with. */
    String prefix() {
        return PREFIX;
    }

    /** Looks at the other options before a store is opened. */
    void check() throws UsageException {}

    /** Whether a file that is not there is made. */
    boolean makesFile() {
        return false;
    }

    @Override
    public final Integer call() throws UsageException, UnreachableException {
        try {
            check();
            try (OpenedStore store = options.open(makesFile())) {
                // Whole seconds are enough for the life of a key, and easier to read.
                InstantSource seconds = () -> Instant.now().truncatedTo(ChronoUnit.SECONDS);
                return run(new KeyAdministration(store.keys(), options.hasher(), prefix(), seconds));
            }
        } catch (IllegalArgumentException | KeyRefusedException e) {
            throw new UsageException(e);
        } catch (KeyStoreException e) {
            throw trouble(e);
        }
    }

    /** A database that does not answer is not the user's mistake. */
    static UsageException trouble(KeyStoreException problem) throws UnreachableException {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                throw new UnreachableException(problem);
            }
        }
        return new UsageException(problem);
    }

    KeyOutput output() {
        return new KeyOutput(options.format(), out(), err());
    }

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
