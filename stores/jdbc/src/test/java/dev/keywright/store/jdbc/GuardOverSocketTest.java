package dev.keywright.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.key.Rotation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, one PostgreSQL. */
final class GuardOverSocketTest {

    private static final Duration MAX_AGE = Duration.ofMillis(500);

    @Test
    void oneNodesChangesHoldOnTheOtherAfterMaxAge() throws Exception {
        try (HikariDataSource source = Postgres.pooled(Postgres.empty(), 8)) {
            JdbcSchema.migrate(source);
            JdbcKeyStore one = JdbcKeyStore.open(source, Postgres.PATIENT.withMaxAge(MAX_AGE));
            JdbcKeyStore other = JdbcKeyStore.open(source, Postgres.PATIENT.withMaxAge(MAX_AGE));
            KeyAdministration keys = KeyAdministration.of(one, "shop");
            try (GuardedServer first = new GuardedServer(one);
                    GuardedServer second = new GuardedServer(other)) {
                NewApiKey made = keys.create("acme", record -> record.scopes("orders:*"));
                assertThat(first.status(made.key())).isEqualTo(200);
                HttpResponse<String> answer = second.get(made.key());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("acme");
                assertThat(second.status(ApiKeys.create("shop", "x").key())).isEqualTo(401);
                NewApiKey poor = keys.create("acme", record -> record.scopes("orders:read"));
                assertThat(second.status(poor.key())).isEqualTo(403);

                NewApiKey fresh = keys.rotate(made.record().id(), Rotation.overlapping(Duration.ofHours(1)));
                assertThat(second.status(fresh.key())).isEqualTo(200);
                assertThat(second.status(made.key())).isEqualTo(200);
                keys.revoke(made.record().id());
                assertThat(first.status(made.key())).isEqualTo(401);
                long start = System.nanoTime();
                while (second.status(made.key()) == 200) {
                    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(30));
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                assertThat(second.status(made.key())).isEqualTo(401);
                assertThat(second.status(fresh.key())).isEqualTo(200);
                for (String hostile :
                        List.of("' OR '1'='1", "shop_' OR 1=1 --_x", "shop_%_%", "'; DROP TABLE keywright_key")) {
                    assertThat(first.status(hostile)).isEqualTo(401);
                }
                keys.addForeign("partner", "pk-live-0123456789-abcdefghij", "p", record -> record.scopes("orders:*"));
                assertThat(first.status("pk-live-0123456789-abcdefghij")).isEqualTo(200);
                assertThat(first.status("pk-live-0123456789-abcdefghiX")).isEqualTo(401);
            }
            assertThat(Objects.requireNonNull(one.find("partner")).lastUsed()).isNotNull();
        }
    }

    /** The server is stopped and started again while requests come. */
    @Test
    void withoutItsDatabaseANodeRefusesAndWithItItServesAgain(@TempDir Path folder) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Postgres.assumeBinary();
        EmbeddedPostgres server = Postgres.own(folder.resolve("data"), port);
        try (HikariDataSource source = Postgres.pooled(server.getPostgresDatabase(), 4, Duration.ofSeconds(3))) {
            JdbcSchema.migrate(source);
            JdbcKeyStore store = JdbcKeyStore.open(
                    source, Postgres.PATIENT.withMaxAge(MAX_AGE).withConcurrency(4, Duration.ofMinutes(1)));
            KeyAdministration keys = KeyAdministration.of(store, "shop");
            String good =
                    keys.create("acme", record -> record.scopes("orders:*")).key();
            NewApiKey ended = keys.create("acme", record -> record.scopes("orders:*"));
            keys.revoke(ended.record().id());
            String unknown = ApiKeys.create("shop", "x").key();

            Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
            AtomicBoolean running = new AtomicBoolean(true);
            ExecutorService pool = Executors.newFixedThreadPool(6);
            try (GuardedServer node = new GuardedServer(store)) {
                List<Future<?>> clients = new ArrayList<>();
                for (String key : List.of(good, good, ended.key(), ended.key(), unknown, unknown)) {
                    String name = key.equals(good) ? "good" : key.equals(unknown) ? "unknown" : "ended";
                    clients.add(pool.submit(() -> {
                        while (running.get()) {
                            answers.computeIfAbsent(name + " " + node.status(key), absent -> new AtomicInteger())
                                    .incrementAndGet();
                        }
                        return null;
                    }));
                }
                await(() -> seen(answers, "good 200") > 20
                        && seen(answers, "ended 401") > 20
                        && seen(answers, "unknown 401") > 20);
                assertThat(answers.keySet()).containsOnly("good 200", "ended 401", "unknown 401");
                server.close();
                await(() -> node.status(good) == 503 && node.status(unknown) == 503 && node.status(ended.key()) == 503);
                await(() -> seen(answers, "good 503") > 0
                        && seen(answers, "ended 503") > 0
                        && seen(answers, "unknown 503") > 0);
                assertThat(node.get(good).headers().firstValue("Retry-After")).isPresent();
                assertThat(store.health()).isEqualTo(dev.keywright.runtime.key.KeyStore.Health.DOWN);
                server = Postgres.own(folder.resolve("data"), port);
                await(() -> node.status(good) == 200);
                running.set(false);
                for (Future<?> client : clients) {
                    client.get();
                }
                assertThat(store.health()).isEqualTo(dev.keywright.runtime.key.KeyStore.Health.UP);
                assertThat(node.status(ended.key())).isEqualTo(401);
            } finally {
                running.set(false);
                pool.shutdownNow();
            }
            // Nobody was admitted who should not be, and nobody with a good key was told that it is wrong.
            assertThat(answers.keySet())
                    .containsOnly("good 200", "good 503", "ended 401", "ended 503", "unknown 401", "unknown 503");
        } finally {
            server.close();
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.holds()) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int seen(Map<String, AtomicInteger> answers, String answer) {
        AtomicInteger count = answers.get(answer);
        return count == null ? 0 : count.get();
    }
}
