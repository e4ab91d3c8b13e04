package dev.keywright.store.redis;

import static dev.keywright.store.redis.FloodGuards.BEARER;
import static dev.keywright.store.redis.FloodGuards.HOOK;
import static dev.keywright.store.redis.FloodGuards.LOGIN;
import static dev.keywright.store.redis.FloodGuards.ORDERS;
import static dev.keywright.store.redis.FloodGuards.admits;

import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;

/**
 * Floods one application with distinct nonces, addresses, keys, tokens and accounts, in a process whose heap is small, and
 * checks what must hold all the while. Run by {@code benchmarks/memory/run.sh}, and by a test with smaller numbers.
 *
 * <p>{@code Flood memory COUNT SAMPLES}: state in this process; leaves all admitted requests in the file.
 * {@code Flood restart COUNT SAMPLES}: the same, as the next process, which first gets those requests again.
 * {@code Flood redis COUNT MEMORY}: state in a Redis of its own with so much memory, which is then full, loses its data, and
 * is restarted.
 *
 * <p>Signed requests are not throttled after failures, so that a request that comes again is answered by the check of nonces
 * itself.
 */
final class Flood implements AutoCloseable {

    private static final String SECRET = "-a-secret-of-a-flood-of-more-than-32-bytes";
    private static final int EVERY = 10_000;
    private static final int CROWD = 64;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final long count;
    private final int threads;
    private final Keywright keywright;
    private final Keywright hooks;
    private final NewApiKey key = ApiKeys.create("shop", "acme");
    private final String token;
    private final FloodSamples samples;
    private final Map<String, CanonicalSigner> signers = new HashMap<>();
    private final AtomicLong wrong = new AtomicLong();

    /** What differs between memory and Redis. */
    private record Stores(NonceStore nonces, TokenStore tokens, Consumer<Keywright.Builder> shared) {}

    private Flood(long count, int threads, Stores stores, Path samples) throws Exception {
        this.count = count;
        this.threads = threads;
        this.samples = new FloodSamples(samples);
        // One that outlives every flood: a store that has become full takes no new one.
        TokenService service = TokenService.builder(stores.tokens())
                .accessLife(Duration.ofHours(24))
                .refreshLife(Duration.ofHours(48))
                .build();
        this.token = service.issue("acme", Set.of()).accessToken();
        StringBuilder secrets = new StringBuilder();
        List<String> credentials = new ArrayList<>(List.of("noisy", "quiet", "late"));
        for (int i = 0; i < CROWD; i++) {
            credentials.add("crowd" + i);
        }
        for (String credential : credentials) {
            String secret = credential + SECRET;
            secrets.append(credential).append('=').append(secret).append(' ');
            signers.put(credential, new CanonicalSigner(credential, secret.getBytes(StandardCharsets.UTF_8)));
        }
        Keywright.Builder builder = Keywright.builder()
                .keyStore(new MemoryKeyStore().put(key.record()))
                .secrets(Secrets.of(Map.of("hook", secrets.toString())))
                .bearerVerifier(service)
                .clockSkew(Duration.ZERO)
                .auditSink(event -> {});
        stores.shared().accept(builder);
        builder.nonceStore(stores.nonces());
        this.keywright = builder.build();
        this.hooks = builder.withoutFailureThrottle().build();
    }

    public static void main(String[] args) throws Exception {
        long count = Long.parseLong(args[1]);
        System.out.printf(
                "%s, %,d of each, heap at most %d MiB%n",
                args[0], count, Runtime.getRuntime().maxMemory() >> 20);
        long wrong = args[0].equals("redis") ? redis(count, args[2]) : memory(args[0], count, Path.of(args[2]));
        System.out.println(wrong == 0 ? "All of it held." : "WRONG: " + wrong);
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static long memory(String which, long count, Path file) throws Exception {
        Path before = file.resolveSibling(file.getFileName() + ".before");
        if (which.equals("restart")) {
            Files.copy(file, before, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Stores stores = new Stores(
                MemoryNonceStore.bornNow(InstantSource.system(), MemoryNonceStore.DEFAULT_QUOTA),
                new MemoryTokenStore(),
                builder -> {});
        try (Flood flood = new Flood(count, Runtime.getRuntime().availableProcessors(), stores, file)) {
            // Signatures of this store's first second are refused: an earlier process may have admitted them.
            Thread.sleep(2_000);
            if (which.equals("restart")) {
                flood.replay("of the earlier process", again -> FloodSamples.each(before, again));
            }
            flood.noncesAndReplays();
            flood.addresses();
            flood.keys();
            flood.tokens();
            flood.accounts();
            flood.replay("of this process", flood.samples::forEach);
            return flood.wrong.get();
        }
    }

    private static long redis(long count, String memory) throws Exception {
        Path file = Files.createTempFile("flood", ".samples");
        try (RealRedis redis = RealRedis.start("--maxmemory", memory);
                RedisStore store =
                        redis.builder().timeout(Duration.ofSeconds(5)).connect()) {
            Stores stores = new Stores(
                    store.nonces(),
                    store.tokens(),
                    builder -> store.configure(builder)
                            .accountKey("an-account-key-of-more-than-32-bytes".getBytes(StandardCharsets.UTF_8)));
            try (Flood flood = new Flood(count, 16, stores, file)) {
                flood.awaitAdmission("its birth");
                flood.noncesAndReplays();
                size(redis, memory);
                flood.addresses();
                flood.keys();
                flood.tokens();
                flood.accounts();
                size(redis, memory);
                redis.command("CONFIG SET maxmemory 1mb");
                flood.full();
                redis.command("CONFIG SET maxmemory " + memory);
                flood.replay("before the loss", flood.samples::forEach);
                redis.command("FLUSHALL");
                flood.replay("after FLUSHALL", flood.samples::forEach);
                flood.awaitAdmission("FLUSHALL");
                flood.replay("after FLUSHALL, with others served,", flood.samples::forEach);
                redis.kill();
                redis.startAgain();
                flood.replay("after a restart without persistence", flood.samples::forEach);
                flood.awaitAdmission("the restart");
                flood.replay("after the restart, with others served,", flood.samples::forEach);
                return flood.wrong.get();
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void size(RealRedis redis, String most) {
        String used = redis.command(
                "EVAL \"return tonumber(string.match(redis.call('INFO', 'memory'), 'used_memory:(%d+)'))\" 0");
        System.out.printf(
                "  Redis: %s keys, %d MiB of %s%n",
                redis.command("DBSIZE").substring(1), Long.parseLong(used.substring(1)) >> 20, most);
    }

    private static FloodRequest signed(Map<String, String> headers) {
        FloodRequest request = new FloodRequest(InetAddress.getLoopbackAddress());
        headers.forEach(request::header);
        return request;
    }

    private Map<String, String> signature(String credential) {
        return signers.get(credential).headers("POST", URI.create("http://localhost/hook"), null, new byte[0]);
    }

    /** Sends a new request of a credential, and keeps it when it was admitted. */
    private boolean hook(String credential) {
        Map<String, String> headers = signature(credential);
        boolean admitted = admits(hooks, HOOK, signed(headers));
        if (admitted) {
            samples.add(headers);
        }
        return admitted;
    }

    private void noncesAndReplays() throws Exception {
        flood("nonces of one credential", count / 20, hooks, n -> nonce(n, "noisy", "quiet", EVERY));
        replay("of these, while the flood goes on", samples::forEach);
        flood("nonces of one credential", count - count / 20, hooks, n -> nonce(n, "noisy", "quiet", EVERY));
        // So many leave each credential about twelve hundred at once; nobody who stays below that notices.
        flood(
                "nonces of " + CROWD + " credentials",
                count,
                hooks,
                n -> nonce(n, "crowd" + n % CROWD, "late", 2 * EVERY));
        replay("of all these", samples::forEach);
    }

    private void nonce(long n, String credential, String other, int every) {
        hook(credential);
        if (n % every == 0) {
            must(hook(other), "another credential is served");
            Map<String, String> again = samples.any();
            must(again == null || !admits(hooks, HOOK, signed(again)), "no nonce is admitted twice");
        }
    }

    /** The server takes nothing new: nobody's signature is admitted; what needs no more room is served. */
    private void full() throws Exception {
        Map<String, Long> before = outcomes(hooks);
        flood("nonces while Redis is full", Math.max(EVERY, count / 20), hooks, n -> {
            must(!hook("crowd" + n % CROWD), "nothing is admitted that cannot be remembered");
            others(n);
        });
        must(since(hooks, before).getOrDefault("ADMITTED", 0L) == 0, "nothing was admitted");
        replay("while Redis is full", samples::forEach);
    }

    private void addresses() throws Exception {
        flood("addresses", count, keywright, n -> {
            must(
                    !admits(keywright, ORDERS, new FloodRequest(FloodRequest.address(n))),
                    "nobody comes in without a key");
            others(n);
        });
    }

    private void keys() throws Exception {
        flood("garbage keys", count, keywright, n -> {
            String made = n % 2 == 0 ? wellFormed("shop") : "shop_" + Long.toHexString(n) + "_garbage";
            must(!comesIn(ORDERS, n, "X-API-Key", made), "no key fits");
            others(n);
        });
    }

    private void tokens() throws Exception {
        flood("garbage tokens", count, keywright, n -> {
            String made = n % 2 == 0 ? wellFormed("kwat") : Long.toHexString(n) + ".garbage";
            must(!comesIn(BEARER, n, "Authorization", "Bearer " + made), "no token fits");
            others(n);
        });
    }

    private boolean comesIn(EndpointPolicy policy, long n, String header, String value) {
        return admits(keywright, policy, new FloodRequest(FloodRequest.address(n)).header(header, value));
    }

    private void accounts() throws Exception {
        flood("accounts", count, keywright, n -> {
            FloodRequest request =
                    new FloodRequest(FloodRequest.address(n)).json("{\"user\":\"account" + n + "@example.org\"}");
            if (FloodGuards.check(keywright, LOGIN, request) instanceof Admitted admitted) {
                admitted.completed(Outcome.REFUSED);
            }
            others(n);
        });
    }

    private void others(long n) {
        if (n % EVERY == 0) {
            InetAddress other = InetAddress.getLoopbackAddress();
            must(
                    admits(keywright, ORDERS, new FloodRequest(other).header("X-API-Key", key.key())),
                    "a valid key is served");
            must(
                    admits(keywright, BEARER, new FloodRequest(other).header("Authorization", "Bearer " + token)),
                    "a valid token is served");
        }
    }

    private interface Requests {
        void send(Consumer<Map<String, String>> again) throws IOException;
    }

    /** Sends every admitted request again: each must be refused, and by nothing but its age or its nonce. */
    private void replay(String which, Requests requests) throws IOException {
        Map<String, Long> before = outcomes(hooks);
        AtomicLong sent = new AtomicLong();
        requests.send(headers -> {
            sent.incrementAndGet();
            must(!admits(hooks, HOOK, signed(headers)), "no nonce is admitted twice");
        });
        Map<String, Long> since = since(hooks, before);
        System.out.printf("  %,d admitted requests %s again: %s%n", sent.get(), which, since);
        must(sent.get() > 0, "there are requests to send again");
        since.keySet().removeAll(List.of("SIGNATURE_REPLAYED", "SIGNATURE_STALE", "NONCE_STORE_UNAVAILABLE"));
        must(since.isEmpty(), "nothing else refused them");
    }

    /** Waits until new signatures are admitted: those dated before a server's birth are not. */
    private void awaitAdmission(String after) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        boolean admitted = false;
        while (!admitted && System.nanoTime() < end) {
            Thread.sleep(200);
            admitted = admits(hooks, HOOK, signed(signature("quiet")));
        }
        must(admitted, "new signatures are admitted after " + after);
    }

    private void flood(String what, long number, Keywright watched, LongConsumer request) throws Exception {
        Map<String, Long> before = outcomes(watched);
        long began = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> parts = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int part = t;
            parts.add(pool.submit(() -> {
                for (long n = part; n < number; n += threads) {
                    request.accept(n);
                }
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        pool.shutdown();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "  %,d %s in %d s: %s; heap used %d MiB%n",
                number,
                what,
                (System.nanoTime() - began) / 1_000_000_000L,
                since(watched, before),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static Map<String, Long> outcomes(Keywright keywright) {
        Map<String, Long> counts = new TreeMap<>();
        keywright.outcomes().forEach((Reason reason, Long number) -> counts.put(reason.name(), number));
        return counts;
    }

    private static Map<String, Long> since(Keywright keywright, Map<String, Long> before) {
        Map<String, Long> counts = outcomes(keywright);
        counts.replaceAll((reason, number) -> number - before.get(reason));
        counts.values().removeIf(number -> number == 0);
        return counts;
    }

    private void must(boolean holds, String what) {
        if (!holds && wrong.incrementAndGet() <= 10) {
            System.out.println("  DOES NOT HOLD: " + what);
        }
    }

    /** A key that is nobody's, with a checksum that fits. */
    private static String wellFormed(String prefix) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder(prefix).append('_');
        append(text, random, 12);
        text.append('_');
        append(text, random, 43);
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        long rest = crc.getValue();
        char[] digits = new char[6];
        for (int i = 5; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
        return text.append(digits).toString();
    }

    private static void append(StringBuilder text, ThreadLocalRandom random, int length) {
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt(random.nextInt(62)));
        }
    }

    @Override
    public void close() throws IOException {
        samples.close();
    }
}
