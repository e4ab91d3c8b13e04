package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.NewApiKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three nodes, each a JVM and a real HTTP server of its own, and one Redis. */
final class ThreeNodesTest {

    private static final String SECRET = "a-secret-of-the-hook-of-more-than-32-bytes";
    /** For races: a busy machine must not make a limit fall back to a local one. */
    private static final Duration PATIENT = Duration.ofSeconds(5);

    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final String OUT_OF_REACH = "is out of reach";
    private static final String BACK = "is back: limits";

    private final NewApiKey key = ApiKeys.create("shop", "acme");
    private final RealRedis redis = RealRedis.start();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final ExecutorService pool = Executors.newFixedThreadPool(48);

    private void start(Duration timeout) {
        bornLongAgo();
        for (int i = 0; i < 3; i++) {
            nodes.add(new NodeProcess(
                    redis.uri(),
                    Long.toString(timeout.toMillis()),
                    SECRET,
                    key.record().id(),
                    key.record().digest()));
        }
    }

    /** As if this server had been up for an hour, so that the tests need not wait until signatures are accepted. */
    private void bornLongAgo() {
        long born = System.currentTimeMillis() - 3_600_000;
        redis.command("EVAL \"local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')"
                + " return redis.call('SET', 'keywright:epoch', run .. ' " + born + "')\" 0");
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
        nodes.forEach(NodeProcess::close);
        redis.close();
    }

    /** A signed request, to be sent to any node: the nodes share the authority that was signed. */
    private Map<String, String> signature(Instant when) {
        URI uri = URI.create("http://localhost/hook");
        return new CanonicalSigner("a", SECRET.getBytes(StandardCharsets.UTF_8), () -> when)
                .headers("POST", uri, null, new byte[0]);
    }

    private int hook(NodeProcess node, Map<String, String> signature) throws IOException, InterruptedException {
        return RawPost.send(node.uri("/hook"), "localhost", signature);
    }

    private int order(NodeProcess node) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.uri("/orders"))
                .header("X-API-Key", key.key())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private Map<Integer, Integer> many(int count, Callable<Integer> call) throws Exception {
        List<Future<Integer>> answers =
                pool.invokeAll(IntStream.range(0, count).mapToObj(i -> call).toList());
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (Future<Integer> answer : answers) {
            statuses.merge(answer.get(), 1, Integer::sum);
        }
        return statuses;
    }

    private NodeProcess any() {
        return nodes.get((int) (Math.random() * nodes.size()));
    }

    @Test
    void ofTenThousandRacingAttemptsWithOneNonceOneIsAdmitted() throws Exception {
        start(PATIENT);
        Map<String, String> signature = signature(Instant.now());
        Map<Integer, Integer> statuses = many(10_000, () -> hook(any(), signature));
        System.out.println("10,000 attempts with one nonce over three nodes: " + statuses);
        assertThat(statuses).isEqualTo(Map.of(204, 1, 401, 9_999));
    }

    @Test
    void aLimitOfAHundredAdmitsAHundredInAll() throws Exception {
        start(PATIENT);
        Map<Integer, Integer> statuses = many(1_000, () -> order(any()));
        System.out.println("1,000 calls under a limit of 100 over three nodes: " + statuses);
        assertThat(statuses).isEqualTo(Map.of(204, 100, 429, 900));
    }

    @Test
    void whileRedisIsAwayNothingIsAdmittedThatNeedsItAndLimitsAreLocal() throws Exception {
        start(USUAL);
        Map<String, String> before = signature(Instant.now());
        assertThat(hook(nodes.get(0), before)).isEqualTo(204);
        AtomicBoolean running = new AtomicBoolean(true);
        List<Future<Map<Integer, Integer>>> load = new ArrayList<>();
        for (NodeProcess node : nodes) {
            load.add(pool.submit(() -> {
                Map<Integer, Integer> statuses = new TreeMap<>();
                while (running.get()) {
                    statuses.merge(hook(node, signature(Instant.now())), 1, Integer::sum);
                    // Whatever happens to Redis, what was admitted before is not admitted again.
                    assertThat(hook(node, before)).isIn(401, 503);
                }
                return statuses;
            }));
        }
        for (NodeProcess node : nodes) {
            awaitStatus(node, 204);
        }
        redis.kill();
        for (NodeProcess node : nodes) {
            awaitStatus(node, 503);
            assertThat(order(node)).as("the limit, counted by the node alone").isEqualTo(204);
            assertThat(many(150, () -> order(node)))
                    .as("a third of it, and Redis never said a word")
                    .isEqualTo(Map.of(204, 32, 429, 118));
        }
        redis.startAgain();
        for (NodeProcess node : nodes) {
            awaitStatus(node, 204);
            awaitOutput(node, BACK);
        }
        // The first answer tells each node that Redis is back, the second call charges what it gave out alone: 99 in
        // all.
        for (NodeProcess node : nodes) {
            order(node);
            order(node);
        }
        Map<Integer, Integer> afterwards = many(300, () -> order(any()));
        System.out.println("300 calls under the limit of 100 after 99 were given out alone: " + afterwards);
        assertThat(afterwards.getOrDefault(204, 0)).isLessThanOrEqualTo(1);
        running.set(false);
        for (Future<Map<Integer, Integer>> each : load) {
            Map<Integer, Integer> statuses = each.get();
            System.out.println("One node's signed requests around an outage: " + statuses);
            assertThat(statuses).containsKeys(204, 503);
        }
        for (NodeProcess node : nodes) {
            assertThat(node.output()).containsOnlyOnce(OUT_OF_REACH).containsOnlyOnce(BACK);
            assertThat(node.output())
                    .containsOnlyOnce("store=limits state=DOWN")
                    .containsOnlyOnce("store=nonces state=DOWN")
                    .containsOnlyOnce("store=limits state=UP")
                    .containsOnlyOnce("store=nonces state=UP");
            assertThat(node.output()).doesNotContain(SECRET).doesNotContain(key.key());
        }
    }

    @Test
    void lostDataOpensNothing() throws Exception {
        start(USUAL);
        Map<String, String> before = signature(Instant.now());
        assertThat(hook(nodes.get(0), before)).isEqualTo(204);
        redis.command("FLUSHALL");
        for (int round = 0; round < 3; round++) {
            for (NodeProcess node : nodes) {
                assertThat(hook(node, before)).isIn(401, 503);
            }
        }
        redis.kill();
        redis.startAgain();
        for (NodeProcess node : nodes) {
            awaitStatus(node, 401);
            assertThat(hook(node, before)).isEqualTo(401);
        }
    }

    private void awaitStatus(NodeProcess node, int status) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        int last = 0;
        while (System.nanoTime() < end) {
            last = hook(node, signature(Instant.now()));
            if (last == status) {
                return;
            }
        }
        throw new AssertionError("The node answers " + last + ", not " + status + ":\n" + node.output());
    }

    private static void awaitOutput(NodeProcess node, String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!node.output().contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The node does not say '" + text + "':\n" + node.output());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
