package dev.keywright.store.jdbc;

import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.WritableKeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The keys within a transaction of the database. */
final class KeyTransaction implements WritableKeyStore.Transaction {

    private final KeyRows rows;
    private final Connection connection;

    KeyTransaction(KeyRows rows, Connection connection) {
        this.rows = rows;
        this.connection = connection;
    }

    @Override
    public @Nullable KeyRecord find(String id) throws KeyStoreException {
        try {
            return rows.locked(connection, id);
        } catch (SQLException e) {
            throw new KeyStoreException(Messages.failed(e), e);
        } catch (DatabaseException e) {
            throw new KeyStoreException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void add(KeyRecord record) throws KeyStoreException, KeyRefusedException {
        try {
            rows.insert(connection, record);
        } catch (SQLException e) {
            throw new KeyStoreException(Messages.failed(e), e);
        }
    }

    @Override
    public void replace(KeyRecord record) throws KeyStoreException, KeyRefusedException {
        try {
            rows.update(connection, record);
        } catch (SQLException e) {
            throw new KeyStoreException(Messages.failed(e), e);
        }
    }

    @Override
    public boolean remove(String id) throws KeyStoreException {
        try {
            return rows.delete(connection, id);
        } catch (SQLException e) {
            throw new KeyStoreException(Messages.failed(e), e);
        }
    }
}
