package dev.keywright.cli;

import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.FileKeyStore;
import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyFormat;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.key.Rotation;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The life of API keys in a key file. A key itself goes to standard output once, when it is made, and nowhere else. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Makes, lists, rotates, revokes and checks API keys.",
        synopsisSubcommandLabel = "COMMAND")
final class KeysCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    /** The file that all these commands work on. */
    private static final class Store {

        @Option(names = "--store", required = true, paramLabel = "FILE", description = "The JSON file of keys.")
        private Path file = Path.of("");

        @Option(
                names = "--pepper-file",
                paramLabel = "FILE",
                description = "The application's pepper, 32 bytes or more, if it has one.")
        private @Nullable Path pepper;

        FileKeyStore open() throws UsageException {
            try {
                return FileKeyStore.open(file);
            } catch (KeyStoreException e) {
                throw new UsageException(e);
            }
        }

        KeyHasher hasher() throws UsageException {
            if (pepper == null) {
                return KeyHasher.sha256();
            }
            try {
                return KeyHasher.peppered(Files.readAllBytes(pepper));
            } catch (IOException e) {
                throw new UsageException(Messages.notAnalysed(pepper, Messages.NOT_READABLE));
            } catch (IllegalArgumentException e) {
                throw new UsageException(e);
            }
        }

        KeyRecord find(FileKeyStore store, String id) throws UsageException {
            try {
                KeyRecord record = store.findById(id);
                if (record == null) {
                    throw new UsageException(Messages.noSuchKey(id, file));
                }
                return record;
            } catch (KeyStoreException e) {
                throw new UsageException(e);
            }
        }

        static void put(FileKeyStore store, KeyRecord record) throws UsageException {
            try {
                store.put(record);
            } catch (KeyStoreException e) {
                throw new UsageException(e);
            }
        }
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), Messages.NO_COMMAND);
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a key and prints it, once.")
    int create(
            @Mixin Store store,
            @Option(names = "--owner", required = true, paramLabel = "NAME", description = "Whose key it is.")
                    String owner,
            @Option(
                            names = "--prefix",
                            defaultValue = "key",
                            paramLabel = "WORD",
                            description = "What the application's keys start with. Default: ${DEFAULT-VALUE}.")
                    String prefix,
            @Option(names = "--scope", paramLabel = "SCOPE", description = "What it may do; may be repeated.") @Nullable
                    List<String> scopes,
            @Option(
                            names = "--expires-in",
                            paramLabel = "TIME",
                            description = "How long it is valid, as \"90 days\". Default: for ever.")
                    @Nullable
                    String expiresIn,
            @Option(
                            names = "--network",
                            paramLabel = "CIDR",
                            description = "From where it may be used; may be repeated.")
                    @Nullable
                    List<String> networks,
            @Option(names = "--limit", paramLabel = "LIMIT", description = "A limit of its own, as \"60 per minute\".")
                    @Nullable
                    String limit,
            @Option(
                            names = "--label",
                            paramLabel = "NAME=VALUE",
                            description = "A fact for the handler; may be repeated.")
                    @Nullable
                    Map<String, String> labels)
            throws UsageException {
        KeyHasher hasher = store.hasher();
        NewApiKey made;
        try {
            Instant expires = expiresIn == null ? null : now().plus(Ages.parse(expiresIn));
            Set<String> wanted = new LinkedHashSet<>(scopes == null ? List.of() : scopes);
            made = ApiKeys.create(prefix, owner, hasher)
                    .with(record -> record.scopes(wanted)
                            .expires(expires)
                            .networks(networks == null ? List.of() : networks)
                            .limits(limit)
                            .labels(labels == null ? Map.of() : new LinkedHashMap<>(labels)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e);
        }
        if (!Files.exists(store.file)) {
            try {
                FileKeyStore.createEmpty(store.file);
            } catch (IOException e) {
                throw new UsageException(Messages.cannotWrite(store.file, e));
            }
        }
        Store.put(store.open(), made.record());
        show(made);
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys, never the keys themselves.")
    int list(@Mixin Store store) throws UsageException {
        List<KeyRecord> records = new ArrayList<>(store.open().records());
        records.sort(Comparator.comparing(KeyRecord::owner).thenComparing(KeyRecord::id));
        Instant now = now();
        for (KeyRecord record : records) {
            out().println(Messages.key(record, standing(record, now)));
        }
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Makes a key that takes another's place; for a time both are valid.")
    int rotate(
            @Mixin Store store,
            @Parameters(paramLabel = "ID", description = "The id of the old key.") String id,
            @Option(
                            names = "--prefix",
                            defaultValue = "key",
                            paramLabel = "WORD",
                            description = "What the application's keys start with. Default: ${DEFAULT-VALUE}.")
                    String prefix,
            @Option(
                            names = "--overlap",
                            defaultValue = "7 days",
                            paramLabel = "TIME",
                            description = "How long the old key stays valid. Default: ${DEFAULT-VALUE}.")
                    String overlap)
            throws UsageException {
        NewApiKey made;
        try {
            KeyAdministration keys =
                    new KeyAdministration(store.open(), store.hasher(), prefix, InstantSource.system());
            made = keys.rotate(id, Rotation.overlapping(Ages.parse(overlap)));
        } catch (IllegalArgumentException | KeyStoreException | KeyRefusedException e) {
            throw new UsageException(e);
        }
        show(made);
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a key at once. Its record stays.")
    int revoke(@Mixin Store store, @Parameters(paramLabel = "ID", description = "The id of the key.") String id)
            throws UsageException {
        FileKeyStore file = store.open();
        KeyRecord record = store.find(file, id);
        if (record.revoked() == null) {
            Store.put(file, record.toBuilder().revoked(now()).build());
        }
        out().println(Messages.revoked(id));
        return ExitStatus.NOTHING_TO_STOP_FOR;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads a key from standard input and tells whether it is valid now; ends with 1 if not.")
    int check(@Mixin Store store) throws UsageException {
        FileKeyStore file = store.open();
        KeyHasher hasher = store.hasher();
        KeyFormat key = KeyFormat.parse(readKey());
        if (key == null) {
            out().println(Messages.MALFORMED);
            return ExitStatus.FINDINGS;
        }
        KeyRecord record;
        try {
            record = file.findById(key.id());
        } catch (KeyStoreException e) {
            throw new UsageException(e);
        }
        if (record == null || !record.matches(hasher, key.digest(hasher))) {
            out().println(Messages.UNKNOWN_KEY);
            return ExitStatus.FINDINGS;
        }
        String standing = standing(record, now());
        out().println(Messages.key(record, standing));
        return standing.equals(Messages.VALID) ? ExitStatus.NOTHING_TO_STOP_FOR : ExitStatus.FINDINGS;
    }

    /** From standard input, since arguments are seen by every process of the machine. */
    private static String readKey() throws UsageException {
        Console console = Terminal.isInteractive() ? System.console() : null;
        if (console != null) {
            char[] typed = console.readPassword(Messages.ASK_KEY);
            return typed == null ? "" : new String(typed).strip();
        }
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UsageException(Messages.NO_KEY_READ);
        }
    }

    /** The key alone on standard output, so that a script can take it; the rest is for a person. */
    private void show(NewApiKey made) {
        err().println(Messages.made(made.record()));
        err().flush();
        out().println(made.key());
    }

    /** Whole seconds are enough for the life of a key, and easier to read. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String standing(KeyRecord record, Instant now) {
        if (record.revoked() != null) {
            return Messages.REVOKED;
        }
        if (record.isTooLate(now.toEpochMilli())) {
            return Messages.EXPIRED;
        }
        return record.isTooEarly(now.toEpochMilli()) ? Messages.NOT_YET : Messages.VALID;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
