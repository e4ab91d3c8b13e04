package dev.keywright.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyStoreException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class JdbcSchemaTest {

    private static DataSource empty(Dialect dialect) throws Exception {
        return dialect == Dialect.H2 ? H2Source.empty() : Postgres.empty();
    }

    private static void assertWorks(DataSource source) throws Exception {
        JdbcKeyStore store = JdbcKeyStore.open(source);
        String id = KeyAdministration.of(store, "shop")
                .create("acme", record -> record)
                .record()
                .id();
        assertThat(store.findById(id)).isNotNull();
        assertThat(JdbcTokenStore.open(source).find("nobody")).isNull();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aDatabaseWithoutTablesIsNotOpened(Dialect dialect) throws Exception {
        DataSource source = empty(dialect);
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> JdbcKeyStore.open(source))
                .withMessageContaining("no Keywright tables");
        assertThatExceptionOfType(KeyStoreException.class).isThrownBy(() -> JdbcTokenStore.open(source));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tablesAreMadeOnceAndLeftAloneAfterwards(Dialect dialect) throws Exception {
        DataSource source = empty(dialect);
        assertThat(JdbcSchema.migrate(source)).isZero();
        assertWorks(source);
        assertThat(JdbcSchema.migrate(source)).isEqualTo(JdbcSchema.VERSION);
        assertThat(JdbcKeyStore.open(source).list(dev.keywright.runtime.key.KeyQuery.all()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void manyNodesThatStartAtOnceDoNotStumble(Dialect dialect) throws Exception {
        DataSource source = empty(dialect);
        int nodes = 6;
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            CyclicBarrier start = new CyclicBarrier(nodes);
            List<Future<Integer>> found = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                found.add(pool.submit(() -> {
                    start.await();
                    return JdbcSchema.migrate(source);
                }));
            }
            for (Future<Integer> each : found) {
                assertThat(each.get()).isBetween(0, 1);
            }
        } finally {
            pool.shutdownNow();
        }
        assertWorks(source);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void newerTablesAreNotTouchedAndNotOpened(Dialect dialect) throws Exception {
        DataSource source = empty(dialect);
        JdbcSchema.migrate(source);
        Postgres.run(source, "INSERT INTO keywright_schema (version) VALUES (99)");
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable each :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> JdbcSchema.migrate(source),
                        () -> JdbcKeyStore.open(source),
                        () -> JdbcTokenStore.open(source))) {
            assertThatExceptionOfType(KeyStoreException.class)
                    .isThrownBy(each)
                    .withMessageContaining("version 99")
                    .withMessageContaining("Take a newer version");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theScriptsWorkByHandToo(Dialect dialect) throws Exception {
        DataSource source = empty(dialect);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(dialect.script(1)))) {
            Postgres.run(source, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertWorks(source);
        assertThat(JdbcSchema.migrate(source)).isEqualTo(1);
    }
}
