package dev.keywright.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL server for all tests of a process, a database for each test. */
final class Postgres {

    /** With more patience than the stores have, so that a machine with other work makes no test fail. */
    static final JdbcSettings PATIENT =
            JdbcSettings.standard().withTimeout(Duration.ofMinutes(1)).withConcurrency(8, Duration.ofMinutes(1));

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    static synchronized EmbeddedPostgres server() throws IOException {
        assumeBinary();
        if (server == null) {
            server = EmbeddedPostgres.start();
        }
        return server;
    }

    static void assumeBinary() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean amd64 = System.getProperty("os.arch").equals("amd64");
        Assumptions.assumeTrue(
                linux && amd64, "skipped: this build brings a PostgreSQL server for Linux on x86-64 only");
    }

    /** A database without any table. */
    static PGSimpleDataSource empty() throws IOException, SQLException {
        String name = "t" + NUMBER.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return (PGSimpleDataSource) server().getDatabase("postgres", name);
    }

    /** The same through a pool, which its user closes. */
    static HikariDataSource pooled(DataSource source, int connections) {
        return pooled(source, connections, Duration.ofSeconds(30));
    }

    /** The same through a pool that gives up after a time. */
    static HikariDataSource pooled(DataSource source, int connections, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(patience.toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** A server of its own, on a port and in a folder that stay the same when it is started again. */
    static EmbeddedPostgres own(Path folder, int port) throws IOException {
        assumeBinary();
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    static void run(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
