package dev.keywright.store.jdbc;

import dev.keywright.runtime.contract.KeyStoreContract;
import dev.keywright.runtime.key.WritableKeyStore;
import javax.sql.DataSource;

final class H2KeyStoreTest extends KeyStoreContract {

    private final DataSource source = H2Source.empty();

    H2KeyStoreTest() throws Exception {}

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
