package dev.keywright.store.jdbc;

import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenRecord.Kind;
import dev.keywright.runtime.token.TokenStore.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Tokens as rows. */
final class TokenRows {

    /** Always one row, for the same reason as with keys: where there is no such token, that of a stranger. */
    private static final String BY_ID = "SELECT t.id IS NOT NULL AS known,"
            + " COALESCE(t.id, 'stranger') AS id,"
            + " COALESCE(t.kind, 'A') AS kind,"
            + " COALESCE(t.digest, 'sha256:" + "0".repeat(64) + "') AS digest,"
            + " COALESCE(t.family, 'stranger') AS family,"
            + " COALESCE(t.owner, 'stranger') AS owner,"
            + " COALESCE(t.scopes, 'orders:read') AS scopes,"
            + " COALESCE(t.labels, '{}') AS labels,"
            + " COALESCE(t.issued_ms, 0) AS issued_ms,"
            + " COALESCE(t.expires_ms, 1) AS expires_ms,"
            + " COALESCE(t.used, FALSE) AS used"
            + " FROM (VALUES (1)) AS one (n) LEFT JOIN keywright_token t ON t.id = ?";

    private static final String INSERT = "INSERT INTO keywright_token (id, kind, digest, family, owner, scopes, labels,"
            + " issued_ms, expires_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LOCK_OWNER = "SELECT owner FROM keywright_token_owner WHERE owner = ? FOR UPDATE";
    private static final String COUNT = "SELECT COUNT(*) FROM keywright_token WHERE owner = ? AND expires_ms > ?";
    private static final String USED = "UPDATE keywright_token SET used = TRUE WHERE id = ?";
    private static final String DELETE = "DELETE FROM keywright_token WHERE id = ?";
    private static final String OWNER_OF_FAMILY = "SELECT owner FROM keywright_token WHERE family = ? LIMIT 1";
    private static final String DELETE_FAMILY = "DELETE FROM keywright_token WHERE family = ? AND owner = ?";
    private static final String DELETE_OWNER = "DELETE FROM keywright_token WHERE owner = ?";
    private static final String DELETE_OWNER_ROW = "DELETE FROM keywright_token_owner WHERE owner = ?";
    private static final String DELETE_EXPIRED = "DELETE FROM keywright_token WHERE id IN"
            + " (SELECT id FROM keywright_token WHERE expires_ms <= ? ORDER BY id LIMIT ?) AND expires_ms <= ?";

    private static final String DELETE_IDLE_OWNERS = "DELETE FROM keywright_token_owner WHERE owner IN"
            + " (SELECT o.owner FROM keywright_token_owner o LEFT JOIN keywright_token t ON t.owner = o.owner"
            + " WHERE t.owner IS NULL ORDER BY o.owner LIMIT ?)";
    private static final int TRIES = 10;

    private final Database database;

    TokenRows(Database database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else changes this owner's tokens. */
    void lockOwner(Connection connection, String owner) throws SQLException {
        for (int i = 0; i < TRIES; i++) {
            update(connection, database.dialect.ensureOwner, owner);
            if (text(connection, LOCK_OWNER, owner) != null) {
                return;
            }
            // The row went between the two statements, with the owner's last token; it is made again.
        }
        throw new SQLTransientException("An owner's row keeps going", "40001");
    }

    @Nullable
    Stored byId(Connection connection, String id) throws SQLException, DatabaseException {
        try (PreparedStatement statement = database.prepare(connection, BY_ID)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Stored token = stored(row);
                return row.getBoolean("known") ? token : null;
            }
        }
    }

    private static Stored stored(ResultSet row) throws SQLException, DatabaseException {
        String id = row.getString("id");
        try {
            TokenRecord record = new TokenRecord(
                    id,
                    row.getString("kind").equals("A") ? Kind.ACCESS : Kind.REFRESH,
                    row.getString("digest"),
                    row.getString("family"),
                    row.getString("owner"),
                    new HashSet<>(Columns.words(row.getString("scopes"))),
                    Columns.labels(row.getString("labels")),
                    row.getLong("issued_ms"),
                    row.getLong("expires_ms"));
            return new Stored(record, row.getBoolean("used"));
        } catch (IllegalArgumentException e) {
            throw new DatabaseException(Messages.badRow(id), e);
        }
    }

    /** False when there is a token with this id. */
    boolean insert(Connection connection, TokenRecord token) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, INSERT + database.dialect.orNothing)) {
            statement.setString(1, token.id());
            statement.setString(2, token.kind() == Kind.ACCESS ? "A" : "R");
            statement.setString(3, token.digest());
            statement.setString(4, token.family());
            statement.setString(5, token.owner());
            statement.setString(6, Columns.sortedWords(token.scopes()));
            statement.setString(7, Columns.labels(token.labels()));
            statement.setLong(8, token.issuedMillis());
            statement.setLong(9, token.expiresMillis());
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            if (Database.isDuplicate(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** How many of an owner's tokens have not expired. */
    int countOf(Connection connection, String owner, long nowMillis) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, COUNT)) {
            statement.setString(1, owner);
            statement.setLong(2, nowMillis);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    boolean markUsed(Connection connection, String id) throws SQLException {
        return update(connection, USED, id) > 0;
    }

    boolean delete(Connection connection, String id) throws SQLException {
        return update(connection, DELETE, id) > 0;
    }

    @Nullable
    String ownerOfFamily(Connection connection, String family) throws SQLException {
        return text(connection, OWNER_OF_FAMILY, family);
    }

    int deleteFamily(Connection connection, String family, String owner) throws SQLException {
        return update(connection, DELETE_FAMILY, family, owner);
    }

    int deleteOwner(Connection connection, String owner) throws SQLException {
        return update(connection, DELETE_OWNER, owner);
    }

    void deleteOwnerRow(Connection connection, String owner) throws SQLException {
        update(connection, DELETE_OWNER_ROW, owner);
    }

    int deleteExpired(Connection connection, long nowMillis, int most) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, DELETE_EXPIRED)) {
            statement.setLong(1, nowMillis);
            statement.setInt(2, most);
            statement.setLong(3, nowMillis);
            return statement.executeUpdate();
        }
    }

    /** Whoever waits for such a row makes it again. */
    int deleteIdleOwners(Connection connection, int most) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, DELETE_IDLE_OWNERS)) {
            statement.setInt(1, most);
            return statement.executeUpdate();
        }
    }

    private int update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private @Nullable String text(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = database.prepare(connection, sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
