package dev.keywright.cli;

import dev.keywright.runtime.key.FileKeyStore;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.store.jdbc.JdbcKeyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which store a command of {@code keys} works on. */
final class KeyStoreOptions {

    enum Format {
        TEXT,
        JSON
    }

    /** One of the two. */
    static final class Where {

        @Option(names = "--store", required = true, paramLabel = "FILE", description = "The JSON file of keys.")
        private @Nullable Path file;

        @Option(
                names = "--jdbc",
                required = true,
                paramLabel = "URL",
                description = {
                    "The database of keys. User and password are taken from KEYWRIGHT_JDBC_USER and KEYWRIGHT_JDBC_PASSWORD,",
                    "or the password is asked for on a terminal; never from the URL, which every process can see."
                })
        private @Nullable String url;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Where where = new Where();

    @Option(
            names = "--driver-path",
            paramLabel = "PATH",
            description =
                    "Jars of a JDBC driver, separated as on a class path, for --jdbc. PostgreSQL's is built in; name H2's, of"
                            + " the version that wrote the database.")
    private String drivers = "";

    @Option(
            names = "--pepper-file",
            paramLabel = "FILE",
            description = "The application's pepper, 32 bytes or more, if it has one.")
    private @Nullable Path pepper;

    @Option(names = "--format", paramLabel = "text|json", description = "How to answer. Default: text.")
    private Format format = Format.TEXT;

    Format format() {
        return format;
    }

    OpenedStore open(boolean makeFile) throws KeyStoreException, UsageException {
        Path file = where.file;
        if (file == null) {
            JdbcSource source = source();
            try {
                return new OpenedStore(JdbcKeyStore.open(source), source);
            } catch (KeyStoreException e) {
                source.close();
                throw e;
            }
        }
        if (file.toString().startsWith("jdbc:")) {
            throw new UsageException(Messages.STORE_IS_FILE);
        }
        if (makeFile && !Files.exists(file)) {
            try {
                FileKeyStore.createEmpty(file);
            } catch (IOException e) {
                throw new UsageException(Messages.cannotWrite(file, e));
            }
        }
        return new OpenedStore(FileKeyStore.open(file), null);
    }

    /** The database, for those who work on its tables. */
    JdbcSource source() throws UsageException {
        if (where.url == null) {
            throw new UsageException(Messages.NO_DATABASE);
        }
        return JdbcSource.of(Objects.requireNonNull(where.url), PathList.of(drivers));
    }

    KeyHasher hasher() throws UsageException {
        if (pepper == null) {
            return KeyHasher.sha256();
        }
        try {
            return KeyHasher.peppered(Files.readAllBytes(pepper));
        } catch (IOException e) {
            throw new UsageException(Messages.notAnalysed(pepper, Messages.NOT_READABLE));
        }
    }
}
