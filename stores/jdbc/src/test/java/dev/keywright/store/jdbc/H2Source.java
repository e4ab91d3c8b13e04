package dev.keywright.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;

/** Databases in memory, one for each test. */
final class H2Source {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private H2Source() {}

    /** A database without any table. */
    static JdbcDataSource empty() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:t" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return source;
    }
}
