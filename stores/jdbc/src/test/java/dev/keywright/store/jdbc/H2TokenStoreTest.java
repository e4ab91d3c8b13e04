package dev.keywright.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.contract.TokenStoreContract;
import dev.keywright.runtime.token.TokenRecord.Kind;
import dev.keywright.runtime.token.TokenStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class H2TokenStoreTest extends TokenStoreContract {

    private final DataSource source = H2Source.empty();

    H2TokenStoreTest() throws Exception {}

    @Override
    protected TokenStore store() throws Exception {
        JdbcSchema.migrate(source);
        return JdbcTokenStore.open(source, Postgres.PATIENT, 8);
    }

    @Test
    void expiredTokensAreDeletedAndNothingElse() throws Exception {
        JdbcTokenStore store = (JdbcTokenStore) store();
        store.save(List.of(token("a1", Kind.ACCESS, "f1", "acme")), now);
        store.save(List.of(token("a2", Kind.ACCESS, "f2", "other")), now);
        assertThat(store.removeExpired(now)).isZero();
        assertThat(rows("keywright_token_owner")).isEqualTo(2);
        assertThat(store.removeExpired(now + 3_600_000)).isEqualTo(2);
        assertThat(rows("keywright_token")).isZero();
        assertThat(rows("keywright_token_owner")).isZero();
    }

    @Test
    void issuingDeletesWhatHasExpired() throws Exception {
        TokenStore store = store();
        store.save(List.of(token("a1", Kind.ACCESS, "f1", "acme")), now);
        store.revoke("a1");
        store.save(List.of(token("a2", Kind.ACCESS, "f1", "acme")), now);
        store.save(List.of(token("a3", Kind.ACCESS, "f3", "other")), now + 7_200_000);
        assertThat(rows("keywright_token")).isZero(); // a3 too, which that clock finds expired
    }

    private int rows(String table) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
