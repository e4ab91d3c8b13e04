package dev.keywright.store.jdbc;

import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenStore;
import dev.keywright.runtime.token.TokenStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in PostgreSQL or H2, for one node or many. Every look-up asks the database, by its primary key: a token that is revoked
 * on one node is refused on all at once. Each owner has a quota. Expired tokens are deleted once a minute, some thousand at a time,
 * after a token was issued; {@link #removeExpired} does it on demand. Safe for use by many threads.
 */
public final class JdbcTokenStore implements TokenStore {

    /** Tokens that one owner may have at once, used refresh tokens included, unless said otherwise. */
    public static final int DEFAULT_QUOTA = 1_000;

    private static final System.Logger LOG = System.getLogger("dev.keywright.store.jdbc");
    private static final long CLEANING_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final int BATCH = 5_000;

    private final Database database;
    private final TokenRows rows;
    private final int quota;
    private final AtomicLong nextCleaning = new AtomicLong(Long.MIN_VALUE);

    private JdbcTokenStore(Database database, int quota) {
        this.database = database;
        this.rows = new TokenRows(database);
        this.quota = quota;
    }

    /**
     * Opens the tokens of a database that has Keywright's tables (see {@link JdbcSchema}).
     *
     * @throws KeyStoreException when it does not answer, or its tables are missing or of another version
     */
    public static JdbcTokenStore open(DataSource source) throws KeyStoreException {
        return open(source, JdbcSettings.standard(), DEFAULT_QUOTA);
    }

    /**
     * As {@link #open(DataSource)}, with settings.
     *
     * @param quotaPerOwner tokens that one owner may have at once, used refresh tokens included
     */
    public static JdbcTokenStore open(DataSource source, JdbcSettings settings, int quotaPerOwner)
            throws KeyStoreException {
        if (quotaPerOwner <= 0) {
            throw new IllegalArgumentException(Messages.badSetting("quotaPerOwner"));
        }
        try {
            return new JdbcTokenStore(Database.open(source, settings), quotaPerOwner);
        } catch (DatabaseException e) {
            throw new KeyStoreException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean save(List<TokenRecord> tokens, long nowMillis) throws TokenStoreException {
        TokenRecord first = firstOfOneFamily(tokens);
        boolean saved = change(connection -> {
            rows.lockOwner(connection, first.owner());
            return hasRoom(connection, first.owner(), tokens.size(), nowMillis) && insertAll(connection, tokens);
        });
        clean(nowMillis);
        return saved;
    }

    @Override
    public @Nullable Stored find(String id) throws TokenStoreException {
        try {
            Stored[] found = database.read(connection -> new @Nullable Stored[] {rows.byId(connection, id)});
            return found[0];
        } catch (DatabaseException e) {
            throw closed(e);
        }
    }

    @Override
    public Rotation rotate(String refreshId, List<TokenRecord> successors, long nowMillis) throws TokenStoreException {
        TokenRecord first = firstOfOneFamily(successors);
        Rotation answer = change(connection -> {
            rows.lockOwner(connection, first.owner());
            Stored known = rows.byId(connection, refreshId);
            if (known == null
                    || known.record().kind() != TokenRecord.Kind.REFRESH
                    || known.record().expiresMillis() <= nowMillis
                    || !known.record().family().equals(first.family())
                    || !known.record().owner().equals(first.owner())) {
                return Rotation.GONE;
            }
            if (known.used()) {
                rows.deleteFamily(connection, first.family(), first.owner());
                return Rotation.REUSED;
            }
            if (!hasRoom(connection, first.owner(), successors.size(), nowMillis)) {
                return Rotation.FULL;
            }
            if (!rows.markUsed(connection, refreshId)) {
                return Rotation.GONE;
            }
            insertAll(connection, successors);
            return Rotation.ROTATED;
        });
        clean(nowMillis);
        return answer;
    }

    @Override
    public boolean revoke(String id) throws TokenStoreException {
        return change(connection -> rows.delete(connection, id));
    }

    @Override
    public int revokeFamily(String family) throws TokenStoreException {
        return change(connection -> {
            String owner = rows.ownerOfFamily(connection, family);
            if (owner == null) {
                return 0;
            }
            rows.lockOwner(connection, owner);
            return rows.deleteFamily(connection, family, owner);
        });
    }

    @Override
    public int revokeOwner(String owner) throws TokenStoreException {
        return change(connection -> {
            rows.lockOwner(connection, owner);
            int count = rows.deleteOwner(connection, owner);
            rows.deleteOwnerRow(connection, owner);
            return count;
        });
    }

    /**
     * Deletes tokens that have expired, at most 5,000 of them.
     *
     * @return how many there were; call it again when it is 5,000
     * @throws TokenStoreException when the database does not answer
     */
    public int removeExpired(long nowMillis) throws TokenStoreException {
        int removed = change(connection -> rows.deleteExpired(connection, nowMillis, BATCH));
        if (removed < BATCH) {
            change(connection -> rows.deleteIdleOwners(connection, BATCH));
        }
        return removed;
    }

    @Override
    public dev.keywright.runtime.key.KeyStore.Health health() {
        return database.health();
    }

    private boolean hasRoom(Connection connection, String owner, int more, long nowMillis) throws SQLException {
        return rows.countOf(connection, owner, nowMillis) + more <= quota;
    }

    private boolean insertAll(Connection connection, List<TokenRecord> tokens)
            throws SQLException, TokenStoreException {
        for (TokenRecord token : tokens) {
            if (!rows.insert(connection, token)) {
                throw new TokenStoreException(Messages.knownToken());
            }
        }
        return true;
    }

    /** Once a minute; at once again when there was more than could be deleted. A failure harms nobody but the disk. */
    private void clean(long nowMillis) {
        long due = nextCleaning.get();
        if (nowMillis >= due && nextCleaning.compareAndSet(due, nowMillis + CLEANING_MILLIS)) {
            try {
                if (removeExpired(nowMillis) == BATCH) {
                    nextCleaning.set(nowMillis);
                }
            } catch (TokenStoreException e) {
                LOG.log(System.Logger.Level.WARNING, Messages.notCleaned(String.valueOf(e.getMessage())));
            }
        }
    }

    private <T> T change(Database.Work<T, TokenStoreException> work) throws TokenStoreException {
        try {
            return database.change(work::on);
        } catch (DatabaseException e) {
            throw closed(e);
        }
    }

    private static TokenStoreException closed(DatabaseException problem) {
        return new TokenStoreException(String.valueOf(problem.getMessage()), problem);
    }

    private static TokenRecord firstOfOneFamily(List<TokenRecord> tokens) {
        TokenRecord first = tokens.isEmpty() ? null : tokens.get(0);
        for (TokenRecord token : tokens) {
            if (first == null
                    || !token.owner().equals(first.owner())
                    || !token.family().equals(first.family())) {
                first = null;
            }
        }
        if (first == null) {
            throw new IllegalArgumentException(Messages.notOneFamily());
        }
        return first;
    }

    @Override
    public String toString() {
        return "JdbcTokenStore[" + database.dialect + "]";
    }
}
