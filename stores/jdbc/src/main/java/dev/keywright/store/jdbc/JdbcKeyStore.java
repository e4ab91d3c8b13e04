package dev.keywright.store.jdbc;

import dev.keywright.runtime.key.KeyEntry;
import dev.keywright.runtime.key.KeyQuery;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.LastUseKeeper;
import dev.keywright.runtime.key.WritableKeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keys in PostgreSQL or H2, for one node or many. The records of keys in use are remembered for a few seconds
 * ({@link JdbcSettings#maxAge}): a key that another node revokes is refused here after that time at the latest, one that is revoked
 * through this object at once. A remembered record is used only for the secret that it fits; a stranger's guess always asks the
 * database, whether its id exists or not.
 *
 * <p>A database that does not answer is no answer: {@link KeyStoreException}, so 503. It comes back by itself. The data source is
 * the application's, pool and all; it is not closed here. Safe for use by many threads.
 */
public final class JdbcKeyStore implements WritableKeyStore, LastUseKeeper {

    private static final int BATCH = 500;
    private static final long FOREIGN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Database database;
    private final KeyRows rows;
    private final RecordCache records;
    private final LongSupplier nanos;
    private final AtomicLong askForForeign;
    private volatile boolean foreign;

    private JdbcKeyStore(Database database, JdbcSettings settings, LongSupplier nanos) throws DatabaseException {
        this.database = database;
        this.rows = new KeyRows(database);
        this.records = new RecordCache(settings.cacheSize(), settings.maxAge().toNanos(), nanos);
        this.nanos = nanos;
        this.askForForeign = new AtomicLong(nanos.getAsLong() + FOREIGN_NANOS);
        this.foreign = database.read(rows::anyForeign);
    }

    /**
     * Opens the keys of a database that has Keywright's tables (see {@link JdbcSchema}).
     *
     * @throws KeyStoreException when it does not answer, or its tables are missing or of another version
     */
    public static JdbcKeyStore open(DataSource source) throws KeyStoreException {
        return open(source, JdbcSettings.standard());
    }

    /** As {@link #open(DataSource)}, with settings. */
    public static JdbcKeyStore open(DataSource source, JdbcSettings settings) throws KeyStoreException {
        return open(source, settings, System::nanoTime);
    }

    static JdbcKeyStore open(DataSource source, JdbcSettings settings, LongSupplier nanos) throws KeyStoreException {
        try {
            return new JdbcKeyStore(Database.open(source, settings), settings, nanos);
        } catch (DatabaseException e) {
            throw closed(e);
        }
    }

    private static KeyStoreException closed(DatabaseException problem) {
        return new KeyStoreException(String.valueOf(problem.getMessage()), problem);
    }

    @Override
    public @Nullable KeyRecord findById(String id) throws KeyStoreException {
        KeyEntry found = find(id);
        return found == null || found.record().foreign() ? null : found.record();
    }

    @Override
    public @Nullable KeyRecord findById(String id, byte[] rawDigest) throws KeyStoreException {
        KeyRecord known = records.get(id);
        if (known != null && known.hasDigest(rawDigest)) {
            return known;
        }
        return read(id, record -> record.hasDigest(rawDigest), connection -> ours(rows.byId(connection, id)));
    }

    private static @Nullable KeyRecord ours(@Nullable KeyEntry entry) {
        return entry == null || entry.record().foreign() ? null : entry.record();
    }

    @Override
    public @Nullable KeyRecord findByDigest(String digest) throws KeyStoreException {
        // Whoever names the digest of a foreign key holds that key: a quick answer tells nothing to others.
        KeyRecord known = records.get(digest);
        return known != null
                ? known
                : read(digest, record -> true, connection -> {
                    KeyEntry found = rows.foreignByDigest(connection, digest);
                    return found == null ? null : found.record();
                });
    }

    /** What is asked of a connection. */
    private interface Question {
        @Nullable
        KeyRecord of(Connection connection) throws SQLException, DatabaseException;
    }

    private @Nullable KeyRecord read(String name, Predicate<KeyRecord> fits, Question question)
            throws KeyStoreException {
        try {
            return records.read(name, fits, () -> {
                // Wrapped, since what is read is not null.
                KeyRecord[] found = database.read(connection -> new @Nullable KeyRecord[] {question.of(connection)});
                return found[0];
            });
        } catch (DatabaseException e) {
            throw closed(e);
        }
    }

    /** Known from a few seconds ago: whether a key of another format may exist at all is no secret and no decision. */
    @Override
    public boolean holdsForeignKeys() {
        long due = askForForeign.get();
        long now = nanos.getAsLong();
        if (now - due >= 0 && askForForeign.compareAndSet(due, now + FOREIGN_NANOS)) {
            try {
                foreign = database.read(rows::anyForeign);
            } catch (DatabaseException e) {
                return foreign; // a key that is presented will meet the same, and be answered with 503
            }
        }
        return foreign;
    }

    @Override
    public Health health() {
        return database.health();
    }

    @Override
    public <T> T change(Change<T> change) throws KeyStoreException, KeyRefusedException {
        try {
            return database.change(connection -> carryOut(change, connection));
        } catch (DatabaseException e) {
            throw e.getCause() instanceof KeyStoreException ours ? ours : closed(e);
        } finally {
            records.forget();
            askForForeign.set(nanos.getAsLong());
        }
    }

    private <T> T carryOut(Change<T> change, Connection connection)
            throws SQLException, DatabaseException, KeyRefusedException {
        try {
            return change.apply(new KeyTransaction(rows, connection));
        } catch (KeyStoreException e) {
            if (e.getCause() instanceof SQLException problem) {
                throw problem; // so that it is counted, and a conflict tried again
            }
            throw new DatabaseException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public @Nullable KeyEntry find(String id) throws KeyStoreException {
        try {
            KeyEntry[] found = database.read(connection -> new @Nullable KeyEntry[] {rows.byId(connection, id)});
            return found[0];
        } catch (DatabaseException e) {
            throw closed(e);
        }
    }

    @Override
    public List<KeyEntry> list(KeyQuery query) throws KeyStoreException {
        try {
            return database.read(connection -> rows.list(connection, query));
        } catch (DatabaseException e) {
            throw closed(e);
        }
    }

    @Override
    public void keepLastUses(Map<String, Instant> lastUses) throws KeyStoreException {
        Map<String, Instant> batch = new LinkedHashMap<>();
        for (Map.Entry<String, Instant> use : new TreeMap<>(lastUses).entrySet()) {
            batch.put(use.getKey(), use.getValue());
            if (batch.size() == BATCH) {
                keep(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            keep(batch);
        }
    }

    private void keep(Map<String, Instant> batch) throws KeyStoreException {
        try {
            database.change(connection -> rows.used(connection, batch));
        } catch (DatabaseException e) {
            throw closed(e);
        }
    }

    @Override
    public String toString() {
        return "JdbcKeyStore[" + database.dialect + "]";
    }
}
