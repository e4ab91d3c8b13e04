package dev.keywright.store.jdbc;

import dev.keywright.runtime.key.KeyStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Keywright's tables in a database. The scripts stand in this jar as {@code V1__….sql} under
 * {@code keywright-migrations/postgresql} and {@code …/h2}; whoever runs them, by hand, by Flyway or by {@link #migrate}, they
 * note their version in the table {@code keywright_schema}, which stores look at when they are opened.
 */
public final class JdbcSchema {

    /** The version that this version of Keywright knows. */
    public static final int VERSION = 1;

    /** Any number that others are unlikely to lock: "keywrigh" in ASCII. */
    private static final long LOCK = 0x6b65797772696768L;

    private static final int LOCK_SECONDS = 60;
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 300;

    private JdbcSchema() {}

    /**
     * Brings the tables up to date. Where several nodes start at once, one does it and the others wait for it, for at most a
     * minute. Tables that are up to date are left alone.
     *
     * @return the version that was found: 0 when there were no tables
     * @throws KeyStoreException when the database is not known, does not answer, or has tables of a newer version
     */
    public static int migrate(DataSource source) throws KeyStoreException {
        for (int i = 1; ; i++) {
            try {
                return migrateOnce(source);
            } catch (SQLException e) {
                if (i == TRIES || Gate.isAbsence(e)) {
                    throw new KeyStoreException(Messages.failed(e), e);
                }
                pause(); // H2, where another node is at it
            } catch (DatabaseException e) {
                throw new KeyStoreException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    private static int migrateOnce(DataSource source) throws SQLException, DatabaseException {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                int found = migrate(connection, dialect(connection));
                connection.commit();
                return found;
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private static void pause() throws KeyStoreException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyStoreException(Messages.interrupted(), e);
        }
    }

    private static int migrate(Connection connection, Dialect dialect) throws SQLException, DatabaseException {
        lock(connection, dialect);
        int found = version(connection);
        if (found > VERSION) {
            throw new DatabaseException(Messages.newSchema(found, VERSION));
        }
        for (int version = found + 1; version <= VERSION; version++) {
            for (String statement : script(dialect, version)) {
                try (Statement each = connection.createStatement()) {
                    each.execute(statement);
                }
            }
        }
        return found;
    }

    /**
     * PostgreSQL changes tables in a transaction, under a lock of its own for this. H2 commits after each change of a table and
     * cannot keep a lock over it; its statements may be repeated instead, and are, when two nodes get into each other's way.
     */
    private static void lock(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(LOCK_SECONDS);
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            }
        }
    }

    /** The scripts hold no semicolon but those that end statements. */
    private static String[] script(Dialect dialect, int version) throws DatabaseException {
        String name = dialect.script(version);
        try (InputStream in = JdbcSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DatabaseException(Messages.missingScript(name));
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return java.util.Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new DatabaseException(Messages.missingScript(name), e);
        }
    }

    static Dialect dialect(Connection connection) throws SQLException, DatabaseException {
        String product = Dialect.product(connection);
        Dialect dialect = Dialect.of(product);
        if (dialect == null) {
            throw new DatabaseException(Messages.unknownProduct(product));
        }
        return dialect;
    }

    /** Refuses tables of any version but the one that is known. */
    static void check(Connection connection) throws SQLException, DatabaseException {
        int found = version(connection);
        if (found == 0) {
            throw new DatabaseException(Messages.noSchema());
        }
        if (found != VERSION) {
            throw new DatabaseException(
                    found > VERSION ? Messages.newSchema(found, VERSION) : Messages.oldSchema(found, VERSION));
        }
    }

    /** 0 when there is no such table where this connection looks for tables. */
    private static int version(Connection connection) throws SQLException {
        if (!hasTable(connection)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(version) FROM keywright_schema")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static boolean hasTable(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), schema, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                if ("keywright_schema".equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
