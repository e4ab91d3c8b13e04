package dev.keywright.store.jdbc;

import dev.keywright.runtime.key.KeyStore.Health;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One database: its connections, time limits and gate. Values only ever go to it as parameters of prepared statements; all
 * SQL here and around is constant.
 */
final class Database {

    private static final System.Logger LOG = System.getLogger("dev.keywright.store.jdbc");
    private static final int TRIES = 3;

    private final DataSource source;
    private final Gate gate;
    private final int timeoutSeconds;
    final Dialect dialect;
    private volatile boolean hasNetworkTimeout = true;

    /** What is done with a connection. */
    interface Work<T, E extends Exception> {
        T on(Connection connection) throws SQLException, DatabaseException, E;
    }

    private Database(DataSource source, Gate gate, JdbcSettings settings, Dialect dialect) {
        this.source = source;
        this.gate = gate;
        this.timeoutSeconds = (int) settings.timeout().toSeconds();
        this.dialect = dialect;
    }

    /** Opens a database whose tables are of the version that is known here. */
    static Database open(DataSource source, JdbcSettings settings) throws DatabaseException {
        Gate gate = new Gate(settings.concurrency(), settings.patience().toNanos(), System::nanoTime);
        try (Connection connection = source.getConnection()) {
            Dialect dialect = JdbcSchema.dialect(connection);
            JdbcSchema.check(connection);
            return new Database(source, gate, settings, dialect);
        } catch (SQLException e) {
            throw new DatabaseException(Messages.failed(e), e);
        }
    }

    /** Reads. */
    <T> T read(Work<T, DatabaseException> work) throws DatabaseException {
        return connected(false, work);
    }

    /** Changes, all or nothing; begins anew when another change was in the way. */
    <T, E extends Exception> T change(Work<T, E> work) throws DatabaseException, E {
        for (int i = 1; ; i++) {
            try {
                return connected(true, work);
            } catch (DatabaseException e) {
                boolean again = e.getCause() instanceof SQLException problem && isConflict(problem);
                if (!again || i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** SQLSTATE class 40: a deadlock, or a transaction that could not be put in order. */
    private static boolean isConflict(SQLException problem) {
        return problem.getSQLState() != null && problem.getSQLState().startsWith("40");
    }

    private <T, E extends Exception> T connected(boolean changes, Work<T, E> work) throws DatabaseException, E {
        gate.enter();
        try (Connection connection = source.getConnection()) {
            int networkTimeout = limit(connection);
            boolean autoCommit = connection.getAutoCommit();
            try {
                T result = changes ? committed(connection, autoCommit, work) : work.on(connection);
                gate.succeeded();
                return result;
            } finally {
                giveBack(connection, changes, autoCommit, networkTimeout);
            }
        } catch (SQLException e) {
            gate.failed(e);
            throw new DatabaseException(Messages.failed(e), e);
        } finally {
            gate.leave();
        }
    }

    private static <T, E extends Exception> T committed(Connection connection, boolean autoCommit, Work<T, E> work)
            throws SQLException, DatabaseException, E {
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                quietly(connection::rollback);
            }
        }
    }

    /** As it came: a pool hands it to others. */
    private void giveBack(Connection connection, boolean changed, boolean autoCommit, int networkTimeout) {
        if (!autoCommit && !changed) {
            quietly(connection::rollback); // ends the transaction that reading began
        }
        if (autoCommit && changed) {
            quietly(() -> connection.setAutoCommit(true));
        }
        if (networkTimeout >= 0) {
            quietly(() -> connection.setNetworkTimeout(Runnable::run, networkTimeout));
        }
    }

    /** A server that says nothing at all does not hear of a statement's time-out either; the socket has to end it. */
    private int limit(Connection connection) throws SQLException {
        if (!hasNetworkTimeout) {
            return -1;
        }
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (timeoutSeconds + 1) * 1_000);
            return before;
        } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
            hasNetworkTimeout = false;
            return -1;
        }
    }

    /** A statement within the time limit. */
    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout(timeoutSeconds);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Asks when the last answer was a failure; otherwise that will do. */
    Health health() {
        if (gate.isOpen()) {
            return Health.UP;
        }
        try {
            return read(connection -> connection.isValid(timeoutSeconds)) ? Health.UP : Health.DOWN;
        } catch (DatabaseException e) {
            return Health.DOWN;
        }
    }

    private interface Step {
        void run() throws SQLException;
    }

    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            // Whatever was wrong before is told; the pool looks at its connections itself.
            LOG.log(System.Logger.Level.DEBUG, () -> Messages.failed(e));
        }
    }

    /** Whether the database refused a row because there is one with its key. */
    static boolean isDuplicate(@Nullable String sqlState) {
        return "23505".equals(sqlState);
    }
}
