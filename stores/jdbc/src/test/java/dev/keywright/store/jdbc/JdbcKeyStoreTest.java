package dev.keywright.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyQuery;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.NewApiKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JdbcKeyStoreTest {

    private static final byte[] WRONG = new byte[32];

    private final JdbcDataSource h2 = H2Source.empty();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 100);
    private volatile boolean down;

    /** H2, with a count of connections and a plug to pull. */
    private final DataSource source = (DataSource) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("getConnection")) {
                    connections.incrementAndGet();
                    if (down) {
                        throw new SQLTransientConnectionException("password=hunter2 sha256:abab");
                    }
                }
                try {
                    return method.invoke(h2, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    @BeforeEach
    void migrate() throws KeyStoreException {
        JdbcSchema.migrate(h2);
    }

    private JdbcKeyStore open(JdbcSettings settings) throws KeyStoreException {
        return JdbcKeyStore.open(source, settings, nanos::get);
    }

    private JdbcKeyStore open() throws KeyStoreException {
        return open(JdbcSettings.standard());
    }

    private static KeyAdministration keys(JdbcKeyStore store) {
        return KeyAdministration.of(store, "shop");
    }

    private static byte[] digest(KeyRecord record) {
        return HexFormat.of().parseHex(record.digest().substring("sha256:".length()));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private int asked(JdbcKeyStore store, String id, byte[] digest) throws KeyStoreException {
        int before = connections.get();
        store.findById(id, digest);
        return connections.get() - before;
    }

    @Test
    void aWrongSecretAlwaysAsksTheDatabaseAsAnUnknownIdDoes() throws Exception {
        JdbcKeyStore store = open();
        KeyRecord record = keys(store).create("acme", r -> r).record();
        assertThat(asked(store, record.id(), digest(record))).isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            assertThat(asked(store, record.id(), WRONG)).isEqualTo(1);
            assertThat(asked(store, "unknown", WRONG)).isEqualTo(1);
            assertThat(asked(store, record.id(), digest(record))).isZero();
        }
    }

    @Test
    void aRevocationElsewhereIsSeenAfterMaxAgeAtTheLatest() throws Exception {
        JdbcKeyStore here = open();
        JdbcKeyStore elsewhere = open();
        KeyRecord record = keys(elsewhere).create("acme", r -> r).record();
        byte[] digest = digest(record);
        assertThat(Objects.requireNonNull(here.findById(record.id(), digest)).revoked())
                .isNull();
        keys(elsewhere).revoke(record.id());
        pass(Duration.ofMillis(3_000));
        assertThat(Objects.requireNonNull(here.findById(record.id(), digest)).revoked())
                .isNull();
        pass(Duration.ofMillis(2_000));
        assertThat(Objects.requireNonNull(here.findById(record.id(), digest)).revoked())
                .isNotNull();
    }

    @Test
    void aRecordInUseIsReadAgainByOneCallerBeforeItsTimeIsOver() throws Exception {
        JdbcKeyStore store = open();
        KeyRecord record = keys(store).create("acme", r -> r).record();
        store.findById(record.id(), digest(record));
        pass(Duration.ofMillis(3_800));
        assertThat(asked(store, record.id(), digest(record))).isEqualTo(1);
        assertThat(asked(store, record.id(), digest(record))).isZero();
    }

    @Test
    void withoutMaxAgeNothingIsRemembered() throws Exception {
        JdbcKeyStore store = open(JdbcSettings.standard().withMaxAge(Duration.ZERO));
        KeyRecord record = keys(store).create("acme", r -> r).record();
        for (int i = 0; i < 3; i++) {
            assertThat(asked(store, record.id(), digest(record))).isEqualTo(1);
        }
    }

    @Test
    void aFloodOfIdsDoesNotFillTheMemory() throws Exception {
        RecordCache cache = new RecordCache(100, TimeUnit.SECONDS.toNanos(5), nanos::get);
        KeyRecord record =
                KeyRecord.of("a", "sha256:" + "ab".repeat(32), "acme").build();
        for (int i = 0; i < 10_000; i++) {
            cache.read("id" + i, fits -> true, () -> record);
            cache.read("none" + i, fits -> true, () -> null);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void aWrongSecretLeavesNothingBehindAndTakesNothingAway() throws Exception {
        RecordCache cache = new RecordCache(100, TimeUnit.SECONDS.toNanos(5), nanos::get);
        KeyRecord record =
                KeyRecord.of("a", "sha256:" + "ab".repeat(32), "acme").build();
        cache.read("a", fits -> false, () -> record);
        assertThat(cache.size()).isZero();
        cache.read("a", fits -> true, () -> record);
        cache.read("a", fits -> false, () -> record);
        assertThat(cache.get("a")).isSameAs(record);
    }

    @Test
    void theRowThatStandsInForAStrangerIsNobodys() throws Exception {
        JdbcKeyStore store = open();
        KeyRecord real = keys(store).create("acme", r -> r).record();
        assertThat(store.findById("stranger")).isNull();
        assertThat(store.find("stranger")).isNull();
        assertThat(store.findById("stranger", new byte[32])).isNull();
        assertThat(Objects.requireNonNull(store.findById(real.id())).digest()).isEqualTo(real.digest());
    }

    @Test
    void whatWasChangedWhileItWasReadIsNotRemembered() throws Exception {
        RecordCache cache = new RecordCache(100, TimeUnit.SECONDS.toNanos(5), nanos::get);
        KeyRecord old = KeyRecord.of("a", "sha256:" + "ab".repeat(32), "acme").build();
        cache.read("a", fits -> true, () -> {
            cache.forget(); // a revocation here, after the row was read
            return old;
        });
        assertThat(cache.get("a")).isNull();
    }

    @Test
    void aDatabaseThatIsAwayIsNoAnswerAndComesBackByItself() throws Exception {
        JdbcKeyStore store = open();
        NewApiKey made = keys(store).create("acme", r -> r);
        KeyRecord record = made.record();
        store.findById(record.id(), digest(record));
        down = true;
        assertThat(store.findById(record.id(), digest(record))).isNotNull(); // read a moment ago
        pass(Duration.ofSeconds(5));
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(KeyStoreException.class)
                    .isThrownBy(() -> store.findById(record.id(), digest(record)))
                    .satisfies(e -> assertThat(trace(e))
                            .contains("key database")
                            .doesNotContain(record.id())
                            .doesNotContain(record.digest().substring(7)));
        }
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> keys(store).revoke(record.id()))
                .satisfies(e ->
                        assertThat(e.getMessage()).doesNotContain("hunter2").doesNotContain("sha256"));
        assertThatExceptionOfType(KeyStoreException.class).isThrownBy(() -> store.list(KeyQuery.all()));
        assertThat(store.health()).isEqualTo(Health.DOWN);
        assertThat(store.holdsForeignKeys()).isFalse();
        down = false;
        TimeUnit.MILLISECONDS.sleep(1_100); // the gate's pause, by the real clock
        assertThat(store.health()).isEqualTo(Health.UP);
        assertThat(store.findById(record.id(), digest(record))).isNotNull();
    }

    /** Its own messages and those of its causes, less what a driver said. */
    private static String trace(Throwable problem) {
        StringWriter text = new StringWriter();
        try (PrintWriter writer = new PrintWriter(text)) {
            problem.printStackTrace(writer);
        }
        return text.toString();
    }

    @Test
    void theGateLetsOneTryASecondWhileTheDatabaseIsAway() throws Exception {
        Gate gate = new Gate(2, 0, nanos::get);
        SQLException away = new SQLException("x", "08006");
        for (int i = 0; i < 3; i++) {
            gate.enter();
            gate.failed(away);
            gate.leave();
        }
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(DatabaseException.class).isThrownBy(gate::enter);
        }
        pass(Duration.ofSeconds(1));
        gate.enter();
        assertThatExceptionOfType(DatabaseException.class).isThrownBy(gate::enter);
        gate.succeeded();
        gate.enter();
        assertThatExceptionOfType(DatabaseException.class)
                .isThrownBy(gate::enter)
                .withMessageContaining("open");
        gate.leave();
        gate.failed(new SQLException("x", "42601"));
        gate.enter();
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void requestsDoNotPileUpBehindASlowDatabase() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(2);
        AtomicInteger opened = new AtomicInteger();
        DataSource sticking = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (opened.incrementAndGet() > 2) {
                        inside.countDown();
                        stuck.await();
                    }
                    return h2.getConnection();
                });
        JdbcKeyStore store = JdbcKeyStore.open(
                sticking, JdbcSettings.standard().withConcurrency(2, Duration.ofMillis(1)), nanos::get);
        Thread[] waiting = new Thread[2];
        for (int i = 0; i < 2; i++) {
            waiting[i] = new Thread(() -> {
                try {
                    store.findById("a");
                } catch (KeyStoreException e) {
                    throw new IllegalStateException(e);
                }
            });
            waiting[i].start();
        }
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> store.findById("b"))
                .withMessageContaining("too many questions");
        stuck.countDown();
        for (Thread each : waiting) {
            each.join();
        }
        assertThat(store.findById("b")).isNull();
    }

    @Test
    void aRowThatIsNoRecordAdmitsNobodyAndHarmsNoOther() throws Exception {
        JdbcKeyStore store = open();
        KeyRecord good = keys(store).create("acme", r -> r).record();
        String digest = "sha256:" + "cd".repeat(32);
        String insert = "INSERT INTO keywright_key (id, digest, owner, ";
        int number = 0;
        for (String bad : java.util.List.of(
                "limits) VALUES ('%s', '%s', 'x', 'many')",
                "networks) VALUES ('%s', '%s', 'x', '10.0.0.1/8')",
                "scopes) VALUES ('%s', '%s', 'x', 'ORDERS')",
                "labels) VALUES ('%s', '%s', 'x', '{\"a\": 1}')",
                "labels) VALUES ('%s', '%s', 'x', 'null')",
                "labels) VALUES ('%s', '%s', 'x', '{\"a\": \"b\"')")) {
            String id = "bad" + number;
            String own = digest.substring(0, digest.length() - 1) + number++;
            Postgres.run(h2, insert + String.format(bad, id, own));
            assertThatExceptionOfType(KeyStoreException.class)
                    .as(bad)
                    .isThrownBy(() -> store.findById(id, HexFormat.of().parseHex(own.substring(7))))
                    .withMessageContaining(id)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("cdcd"));
        }
        Postgres.run(h2, insert + "limits) VALUES ('short', 'plain-key', 'x', NULL)");
        assertThatExceptionOfType(KeyStoreException.class).isThrownBy(() -> store.findById("short"));
        assertThat(store.findById(good.id(), digest(good))).isNotNull();
        assertThat(store.health()).isEqualTo(Health.UP);
    }

    @Test
    void aConnectionGoesBackAsItCame() throws Exception {
        try (Connection only = h2.getConnection()) {
            only.setAutoCommit(false);
            only.commit();
            DataSource single = (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> Proxy.newProxyInstance(
                            getClass().getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
                                try {
                                    return m.getName().equals("close") ? null : m.invoke(only, a);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
            JdbcKeyStore store = JdbcKeyStore.open(single);
            String id = keys(store).create("acme", r -> r).record().id();
            assertThat(only.getAutoCommit()).isFalse();
            assertThat(open().find(id)).isNotNull();
            only.setAutoCommit(true);
            keys(store).revoke(id);
            assertThat(only.getAutoCommit()).isTrue();
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        JdbcSettings standard = JdbcSettings.standard();
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withMaxAge(Duration.ofMinutes(6)));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withMaxAge(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withCacheSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withTimeout(Duration.ofMillis(999)));
        assertThatIllegalArgumentException().isThrownBy(() -> standard.withConcurrency(0, Duration.ZERO));
    }
}
