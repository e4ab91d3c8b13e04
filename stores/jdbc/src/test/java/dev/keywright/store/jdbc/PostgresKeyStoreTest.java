package dev.keywright.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.keywright.runtime.contract.KeyStoreContract;
import dev.keywright.runtime.key.WritableKeyStore;
import org.junit.jupiter.api.AfterEach;

final class PostgresKeyStoreTest extends KeyStoreContract {

    private final HikariDataSource source = Postgres.pooled(Postgres.empty(), 8);

    PostgresKeyStoreTest() throws Exception {}

    @AfterEach
    void close() {
        source.close();
    }

    @Override
    protected WritableKeyStore store() throws Exception {
        JdbcSchema.migrate(source);
        return JdbcKeyStore.open(source, Postgres.PATIENT);
    }

    @Override
    protected WritableKeyStore elsewhere(WritableKeyStore store) throws Exception {
        return JdbcKeyStore.open(source, Postgres.PATIENT);
    }
}
