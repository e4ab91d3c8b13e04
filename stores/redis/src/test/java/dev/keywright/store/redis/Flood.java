package dev.keywright.store.redis;

import dev.keywright.annotations.LimitBy;
import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.BearerPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.HmacPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.LoginPolicy;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/**
 * Floods one application with distinct nonces, addresses, keys, tokens and accounts, in a process whose heap is small, and
 * checks what must hold all the while. Run by {@code benchmarks/memory/run.sh}, and by a test with smaller numbers.
 *
 * <p>{@code Flood memory COUNT SAMPLES}: state in this process; leaves a sample of admitted requests in the file.
 * {@code Flood restart COUNT SAMPLES}: the same, as the next process, which first gets those requests again.
 * {@code Flood redis COUNT}: nonces, addresses and accounts in a Redis of its own, which then loses its data.
 */
final class Flood {

    private static final String NOISY = "a-secret-of-the-noisy-one-of-more-than-32-bytes";
    private static final String QUIET = "a-secret-of-the-quiet-one-of-more-than-32-bytes";
    private static final int EVERY = 10_000;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final EndpointPolicy HOOK = EndpointPolicy.of("flood#hook")
            .hmac(HmacPolicy.of("CANONICAL", "hook", "300 seconds", "1 KiB"))
            .build();
    private static final EndpointPolicy ORDERS = EndpointPolicy.of("flood#orders")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", ""))
            .limit(LimitBy.ADDRESS, "1000000 per minute")
            .limit(LimitBy.CREDENTIAL, "1000000 per minute")
            .build();
    private static final EndpointPolicy BEARER =
            EndpointPolicy.of("flood#bearer").bearer(BearerPolicy.of("", "")).build();
    private static final EndpointPolicy LOGIN = EndpointPolicy.of("flood#login")
            .login(LoginPolicy.of("/user", "5 per 15 minutes", "1 KiB"))
            .build();

    private final long count;
    private final int threads;
    private final Keywright keywright;
    private final NewApiKey key = ApiKeys.create("shop", "acme");
    private final CanonicalSigner noisy = new CanonicalSigner("noisy", NOISY.getBytes(StandardCharsets.UTF_8));
    private final CanonicalSigner quiet = new CanonicalSigner("quiet", QUIET.getBytes(StandardCharsets.UTF_8));
    private final ConcurrentLinkedQueue<Map<String, String>> samples = new ConcurrentLinkedQueue<>();
    private final AtomicLong wrong = new AtomicLong();

    private Flood(long count, int threads, Keywright.Builder builder) {
        this.count = count;
        this.threads = threads;
        this.keywright = builder.keyStore(new MemoryKeyStore().put(key.record()))
                .secrets(Secrets.of(Map.of("hook", "noisy=" + NOISY + " quiet=" + QUIET)))
                .bearerVerifier(TokenService.builder(new MemoryTokenStore()).build())
                .clockSkew(Duration.ZERO)
                .auditSink(event -> {})
                .build();
    }

    public static void main(String[] args) throws Exception {
        System.out.printf(
                "%s, %,d of each, heap at most %d MiB%n",
                args[0], Long.parseLong(args[1]), Runtime.getRuntime().maxMemory() >> 20);
        long wrong = args[0].equals("redis") ? redis(Long.parseLong(args[1])) : memory(args);
        System.out.println(wrong == 0 ? "All of it held." : "WRONG: " + wrong);
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static long memory(String[] args) throws Exception {
        Flood flood =
                new Flood(Long.parseLong(args[1]), Runtime.getRuntime().availableProcessors(), Keywright.builder());
        Path file = Path.of(args[2]);
        // Signatures of this store's first second are refused: an earlier process may have admitted them.
        Thread.sleep(2_000);
        if (args[0].equals("restart")) {
            flood.replay(read(file), "of the earlier process");
        }
        flood.nonces();
        flood.addresses();
        flood.keys();
        flood.tokens();
        flood.accounts();
        flood.replay(new ArrayList<>(flood.samples), "of this process");
        List<String> lines = new ArrayList<>();
        flood.samples.forEach(headers -> lines.add(String.join("\t", values(headers))));
        Files.write(file, lines);
        return flood.wrong.get();
    }

    private static long redis(long count) throws Exception {
        try (RealRedis redis = RealRedis.start("--maxmemory", "256mb");
                RedisStore store =
                        redis.builder().timeout(Duration.ofSeconds(5)).connect()) {
            Flood flood = new Flood(
                    count,
                    16,
                    store.configure(Keywright.builder())
                            .accountKey("an-account-key-of-more-than-32-bytes".getBytes(StandardCharsets.UTF_8)));
            Thread.sleep(7_000);
            flood.nonces();
            flood.addresses();
            flood.accounts();
            flood.replay(new ArrayList<>(flood.samples), "before the loss");
            System.out.println("  Redis: " + redis.command("DBSIZE") + " keys, "
                    + redis.command(
                            "EVAL \"return tonumber(string.match(redis.call('INFO', 'memory'), 'used_memory:(%d+)'))\" 0")
                    + " bytes");
            redis.command("FLUSHALL");
            flood.replay(new ArrayList<>(flood.samples), "after Redis lost its data");
            return flood.wrong.get();
        }
    }

    private static Verdict check(Keywright keywright, EndpointPolicy policy, FloodRequest request) {
        Attempt attempt = keywright.attempt(policy, request);
        boolean held = attempt.transportAllowed() && attempt.withinOpenLimits();
        if (policy == HOOK) {
            held = held
                    && attempt.signaturePresented()
                    && attempt.credentialsKnown()
                    && attempt.bodyCaptured()
                    && attempt.signatureValid()
                    && attempt.inGoodStanding()
                    && attempt.nonceUnseen()
                    && attempt.nonceRecorded();
        } else if (policy == ORDERS) {
            held = held
                    && attempt.apiKeyPresented()
                    && attempt.credentialsKnown()
                    && attempt.inGoodStanding()
                    && attempt.withinCredentialLimits();
        } else if (policy == BEARER) {
            held = held && attempt.bearerPresented() && attempt.credentialsKnown() && attempt.inGoodStanding();
        } else {
            held = held && attempt.bodyCaptured() && attempt.loginAllowed();
        }
        return held ? attempt.admitted() : attempt.denied();
    }

    private boolean admits(EndpointPolicy policy, FloodRequest request) {
        return check(keywright, policy, request) instanceof Admitted;
    }

    private FloodRequest signed(Map<String, String> headers) {
        FloodRequest request = new FloodRequest(InetAddress.getLoopbackAddress());
        headers.forEach(request::header);
        return request;
    }

    private static Map<String, String> signature(CanonicalSigner signer) {
        return signer.headers("POST", URI.create("http://localhost/hook"), null, new byte[0]);
    }

    private void nonces() throws Exception {
        AtomicLong sampled = new AtomicLong();
        flood("nonces", n -> {
            Map<String, String> headers = signature(noisy);
            boolean admitted = admits(HOOK, signed(headers));
            if (admitted && n % 100 == 0 && sampled.incrementAndGet() <= 1_000) {
                samples.add(headers);
            }
            if (n % EVERY == 0) {
                must(admits(HOOK, signed(signature(quiet))), "another credential is served");
                Map<String, String> again = samples.peek();
                must(again == null || !admits(HOOK, signed(again)), "no nonce is admitted twice");
            }
        });
    }

    private void addresses() throws Exception {
        flood("addresses", n -> {
            must(!admits(ORDERS, new FloodRequest(FloodRequest.address(n))), "nobody comes in without a key");
            others(n);
        });
    }

    private void keys() throws Exception {
        flood("garbage keys", n -> {
            String made = n % 2 == 0 ? wellFormed("shop") : "shop_" + Long.toHexString(n) + "_garbage";
            must(!admits(ORDERS, new FloodRequest(FloodRequest.address(n)).header("X-API-Key", made)), "no key fits");
            others(n);
        });
    }

    private void tokens() throws Exception {
        flood("garbage tokens", n -> {
            String made = n % 2 == 0 ? wellFormed("kwat") : Long.toHexString(n) + ".garbage";
            must(
                    !admits(
                            BEARER,
                            new FloodRequest(FloodRequest.address(n)).header("Authorization", "Bearer " + made)),
                    "no token fits");
            others(n);
        });
    }

    private void accounts() throws Exception {
        flood("accounts", n -> {
            FloodRequest request =
                    new FloodRequest(FloodRequest.address(n)).json("{\"user\":\"account" + n + "@example.org\"}");
            if (check(keywright, LOGIN, request) instanceof Admitted admitted) {
                admitted.completed(Outcome.REFUSED);
            }
            others(n);
        });
    }

    private void others(long n) {
        if (n % EVERY == 0) {
            must(
                    admits(ORDERS, new FloodRequest(InetAddress.getLoopbackAddress()).header("X-API-Key", key.key())),
                    "a valid key is served");
        }
    }

    private void replay(List<Map<String, String>> requests, String which) {
        Map<String, Long> before = outcomes();
        for (Map<String, String> headers : requests) {
            must(!admits(HOOK, signed(headers)), "no nonce is admitted twice");
        }
        System.out.printf("  %,d admitted requests %s again: %s%n", requests.size(), which, since(before));
        must(!requests.isEmpty(), "there are requests to send again");
    }

    private interface Request {
        void send(long n);
    }

    private void flood(String what, Request request) throws Exception {
        Map<String, Long> before = outcomes();
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
                for (long n = part; n < count; n += threads) {
                    request.send(n);
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
                count,
                what,
                (System.nanoTime() - began) / 1_000_000_000L,
                since(before),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private Map<String, Long> outcomes() {
        Map<String, Long> counts = new TreeMap<>();
        keywright.outcomes().forEach((Reason reason, Long number) -> counts.put(reason.name(), number));
        return counts;
    }

    private Map<String, Long> since(Map<String, Long> before) {
        Map<String, Long> counts = outcomes();
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

    private static List<String> values(Map<String, String> headers) {
        List<String> values = new ArrayList<>();
        headers.forEach((name, value) -> values.add(name + "=" + value));
        return values;
    }

    private static List<Map<String, String>> read(Path file) throws Exception {
        List<Map<String, String>> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Map<String, String> headers = new TreeMap<>();
            for (String pair : line.split("\t")) {
                int equals = pair.indexOf('=');
                headers.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            all.add(headers);
        }
        return all;
    }
}
