package dev.keywright.store.jdbc;

import dev.keywright.runtime.key.KeyEntry;
import dev.keywright.runtime.key.KeyQuery;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyRefusedException.Why;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records of keys as rows. */
final class KeyRows {

    private static final String COLUMNS =
            "id, digest, is_foreign, owner, scopes, networks, limits, labels, not_before, expires,"
                    + " revoked, created, successor, last_used";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM keywright_key ";
    private static final String BY_ID = SELECT + "WHERE id = ?";

    /**
     * Always one row: where there is no such key, that of a stranger. So an id that nobody has takes as many steps as one that
     * somebody has.
     */
    private static final String BY_ID_OR_STRANGER = "SELECT k.id IS NOT NULL AS known,"
            + " COALESCE(k.id, 'stranger') AS id,"
            + " COALESCE(k.digest, 'sha256:" + "0".repeat(64) + "') AS digest,"
            + " COALESCE(k.is_foreign, FALSE) AS is_foreign,"
            + " COALESCE(k.owner, 'stranger') AS owner,"
            + " COALESCE(k.scopes, 'orders:read') AS scopes,"
            + " COALESCE(k.networks, '') AS networks,"
            + " k.limits AS limits,"
            + " COALESCE(k.labels, '{}') AS labels,"
            + " k.not_before AS not_before,"
            + " k.expires AS expires,"
            + " k.revoked AS revoked,"
            + " CASE WHEN k.id IS NULL THEN TIMESTAMP WITH TIME ZONE '2026-11-24 03:42:17.5+00' ELSE k.created END AS created,"
            + " k.successor AS successor,"
            + " k.last_used AS last_used"
            + " FROM (VALUES (1)) AS one (n) LEFT JOIN keywright_key k ON k.id = ?";

    private static final String BY_DIGEST = SELECT + "WHERE digest = ? AND is_foreign";
    private static final String LIST = SELECT + "WHERE id > ? ORDER BY id LIMIT ?";
    private static final String LIST_OF_OWNER = SELECT + "WHERE owner = ? AND id > ? ORDER BY id LIMIT ?";
    private static final String INSERT =
            "INSERT INTO keywright_key (digest, is_foreign, owner, scopes, networks, limits, labels,"
                    + " not_before, expires, revoked, created, successor, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE keywright_key SET digest = ?, is_foreign = ?, owner = ?, scopes = ?,"
            + " networks = ?, limits = ?, labels = ?, not_before = ?, expires = ?, revoked = ?, created = ?, successor = ?"
            + " WHERE id = ?";
    private static final String DELETE = "DELETE FROM keywright_key WHERE id = ?";
    private static final String ANY_FOREIGN = "SELECT 1 FROM keywright_key WHERE is_foreign LIMIT 1";
    private static final String USED =
            "UPDATE keywright_key SET last_used = ? WHERE id = ? AND (last_used IS NULL OR last_used < ?)";

    private final Database database;

    KeyRows(Database database) {
        this.database = database;
    }

    @Nullable
    KeyEntry byId(Connection connection, String id) throws SQLException, DatabaseException {
        if (!isStorable(id)) {
            return null;
        }
        try (PreparedStatement statement = database.prepare(connection, BY_ID_OR_STRANGER)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                KeyEntry entry = entry(row);
                return row.getBoolean("known") ? entry : null;
            }
        }
    }

    @Nullable
    KeyEntry foreignByDigest(Connection connection, String digest) throws SQLException, DatabaseException {
        return one(connection, BY_DIGEST, digest);
    }

    /** Locked until the transaction ends. */
    @Nullable
    KeyRecord locked(Connection connection, String id) throws SQLException, DatabaseException {
        KeyEntry found = one(connection, BY_ID + " FOR UPDATE", id);
        return found == null ? null : found.record();
    }

    private @Nullable KeyEntry one(Connection connection, String sql, String value)
            throws SQLException, DatabaseException {
        if (!isStorable(value)) {
            return null;
        }
        try (PreparedStatement statement = database.prepare(connection, sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? entry(row) : null;
            }
        }
    }

    /** PostgreSQL knows no zero in a text, and a driver no half characters: nothing of the kind can be in the table. */
    private static boolean isStorable(String value) {
        return value.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    List<KeyEntry> list(Connection connection, KeyQuery query) throws SQLException, DatabaseException {
        String owner = query.owner();
        String after = query.after() == null ? "" : query.after();
        if (!isStorable(after) || (owner != null && !isStorable(owner))) {
            return List.of();
        }
        try (PreparedStatement statement = database.prepare(connection, owner == null ? LIST : LIST_OF_OWNER)) {
            int index = 1;
            if (owner != null) {
                statement.setString(index++, owner);
            }
            statement.setString(index++, after);
            statement.setInt(index, query.limit());
            List<KeyEntry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        }
    }

    void insert(Connection connection, KeyRecord record) throws SQLException, KeyRefusedException {
        if (write(connection, INSERT + database.dialect.orNothing, record) == 0) {
            throw new KeyRefusedException(Why.DUPLICATE, Messages.duplicate(record.id()));
        }
    }

    void update(Connection connection, KeyRecord record) throws SQLException, KeyRefusedException {
        if (write(connection, UPDATE, record) == 0) {
            throw new KeyRefusedException(Why.UNKNOWN_ID, Messages.unknownId(record.id()));
        }
    }

    private int write(Connection connection, String sql, KeyRecord record) throws SQLException, KeyRefusedException {
        try (PreparedStatement statement = database.prepare(connection, sql)) {
            statement.setString(1, record.digest());
            statement.setBoolean(2, record.foreign());
            statement.setString(3, record.owner());
            statement.setString(4, Columns.sortedWords(record.scopes()));
            statement.setString(5, Columns.words(record.networks()));
            statement.setString(6, record.limits());
            statement.setString(7, Columns.labels(record.labels()));
            Columns.setTime(statement, 8, record.notBefore());
            Columns.setTime(statement, 9, record.expires());
            Columns.setTime(statement, 10, record.revoked());
            Columns.setTime(statement, 11, record.created());
            statement.setString(12, record.successor());
            statement.setString(13, record.id());
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (Database.isDuplicate(e.getSQLState())) {
                throw new KeyRefusedException(Why.DUPLICATE, Messages.duplicate(record.id()));
            }
            throw e;
        }
    }

    boolean delete(Connection connection, String id) throws SQLException {
        if (!isStorable(id)) {
            return false;
        }
        try (PreparedStatement statement = database.prepare(connection, DELETE)) {
            statement.setString(1, id);
            return statement.executeUpdate() > 0;
        }
    }

    boolean anyForeign(Connection connection) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, ANY_FOREIGN);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** In the order of their ids, so that two nodes never wait for each other's rows. */
    int[] used(Connection connection, Map<String, Instant> lastUses) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, USED)) {
            for (Map.Entry<String, Instant> use : new TreeMap<>(lastUses).entrySet()) {
                Columns.setTime(statement, 1, use.getValue());
                statement.setString(2, use.getKey());
                Columns.setTime(statement, 3, use.getValue());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** A row that somebody made by hand may be none; then nothing is known about that key, least of all that it is valid. */
    private static KeyEntry entry(ResultSet row) throws SQLException, DatabaseException {
        String id = row.getString("id");
        try {
            KeyRecord record = KeyRecord.of(id, row.getString("digest"), row.getString("owner"))
                    .foreign(row.getBoolean("is_foreign"))
                    .scopes(new HashSet<>(Columns.words(row.getString("scopes"))))
                    .networks(Columns.words(row.getString("networks")))
                    .limits(row.getString("limits"))
                    .labels(Columns.labels(row.getString("labels")))
                    .notBefore(Columns.time(row, "not_before"))
                    .expires(Columns.time(row, "expires"))
                    .revoked(Columns.time(row, "revoked"))
                    .created(Columns.time(row, "created"))
                    .successor(row.getString("successor"))
                    .build();
            return new KeyEntry(record, Columns.time(row, "last_used"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DatabaseException(Messages.badRow(id), e);
        }
    }
}
