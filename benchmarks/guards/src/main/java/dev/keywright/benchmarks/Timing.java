package dev.keywright.benchmarks;

import dev.keywright.runtime.ApiKeyPolicy;
import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.BearerPolicy;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.HmacPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.key.ApiKeys;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.MemoryKeyStore;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.store.jdbc.JdbcKeyStore;
import dev.keywright.store.jdbc.JdbcSchema;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Whether refusals can be told apart by time: Welch's t over interleaved calls of whole checks, in random order, each call timed by
 * itself. Two controls say what the figures mean: the same refusal against itself, and two that do differ.
 */
public final class Timing {

    private static final int WARM_UP = 30_000;
    /** Each with requests and records of its own: where a few objects happen to lie in memory is a difference too, by chance. */
    private static final int ROUNDS = 20;
    /** Student's t of 19 degrees of freedom: two-sided 1 in 100, and one-sided 1 in 20 for each bound of an equivalence. */
    private static final double DIFFERENT = 2.861;

    private static final double EQUIVALENT = 1.729;
    /** In nanoseconds: what counts as equal. */
    private static final double MARGIN = 5;
    /** How many requests of a kind there are: with a single one, the processor would learn it by heart. */
    private static final int VARIETY = 64;

    private static final byte[] SECRET = Application.randomSecret();
    private static final EndpointPolicy BY_KEY = EndpointPolicy.of("timing.Keys#get()")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "", "", "orders:read"))
            .build();
    private static final EndpointPolicy BY_STORED_KEY = EndpointPolicy.of("timing.Keys#getStored()")
            .apiKey(ApiKeyPolicy.of("X-API-Key", "stored", "", "orders:read"))
            .build();
    private static final EndpointPolicy BY_TOKEN = EndpointPolicy.of("timing.Tokens#get()")
            .bearer(BearerPolicy.of("", "", "orders:read"))
            .build();
    private static final EndpointPolicy BY_SIGNATURE = EndpointPolicy.of("timing.Hooks#receive()")
            .hmac(HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 MiB"))
            .build();

    private final MemoryKeyStore keys = new MemoryKeyStore();
    private final JdbcKeyStore database = database();
    private final MemoryTokenStore tokens = new MemoryTokenStore();
    private final TokenService issuer =
            TokenService.builder(new MemoryTokenStore()).withoutRefresh().build();
    private final Keywright keywright = Keywright.builder()
            .keyStore(keys)
            .keyStore("stored", database)
            .bearerVerifier(TokenService.builder(tokens).withoutRefresh().build())
            .secrets(Secrets.of(Map.of("shop-webhook", "a=" + new String(SECRET, StandardCharsets.UTF_8))))
            .nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(1_000))
            .publicOrigins(URI.create("https://localhost"))
            .withoutFailureThrottle()
            .auditSink(event -> {})
            .build();
    private final int calls;
    private int owners;
    private final Random random = new Random(20261123);

    private Timing(int calls) {
        this.calls = calls;
    }

    /** Calls in all for each comparison, 200,000 unless said otherwise. */
    public static void main(String[] args) throws Exception {
        new Timing(args.length > 0 ? Integer.parseInt(args[0]) : 200_000).run();
    }

    private static JdbcKeyStore database() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:timing;DB_CLOSE_DELAY=-1", "", "");
        try {
            JdbcSchema.migrate(pool);
            return JdbcKeyStore.open(pool);
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() throws Exception {
        System.out.printf(
                "%d interleaved calls for each line in %d rounds; the quicker nine tenths, in nanoseconds%n",
                calls, ROUNDS);
        Function<RecordedExchange, Verdict> key = this::byKey;
        compare("control: unknown id / unknown id", key, this::unknownKey, this::unknownKey);
        compare("control: malformed / unknown id", key, this::malformedKey, this::unknownKey);
        compare("API key: unknown id / wrong secret", key, this::unknownKey, () -> wrongKey(5));
        compare("API key: digest differs in first / last byte", key, () -> wrongKey(0), () -> wrongKey(31));
        Function<RecordedExchange, Verdict> token = this::byToken;
        compare("bearer: unknown id / wrong secret", token, this::unknownToken, () -> wrongToken(5));
        compare("bearer: digest differs in first / last byte", token, () -> wrongToken(0), () -> wrongToken(31));
        Function<RecordedExchange, Verdict> stored = this::byStoredKey;
        compare("H2 by JDBC: unknown id / wrong secret", stored, this::unknownKey, this::wrongStoredKey, calls / 20);
        Function<RecordedExchange, Verdict> hook = this::bySignature;
        compare("signature: unknown key id / wrong signature", hook, () -> signed("b", -1), () -> signed("a", 5));
        compare("signature: differs in first / last byte", hook, () -> signed("a", 0), () -> signed("a", 31));
    }

    private interface Maker {
        RecordedExchange make() throws Exception;
    }

    private static RecordedExchange[] many(Maker maker) throws Exception {
        RecordedExchange[] all = new RecordedExchange[VARIETY];
        for (int i = 0; i < VARIETY; i++) {
            all[i] = maker.make();
        }
        return all;
    }

    private static RecordedExchange get(String header, String value) {
        RecordedExchange exchange = new RecordedExchange("GET", new byte[0]);
        exchange.header(header, value);
        return exchange;
    }

    private RecordedExchange malformedKey() {
        String key = ApiKeys.create("shop", "acme").key();
        return get("X-API-Key", key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0"));
    }

    private RecordedExchange unknownKey() {
        return get("X-API-Key", ApiKeys.create("shop", "acme").key());
    }

    /** A key whose id is known, and whose digest is the stored one but for one byte. */
    private RecordedExchange wrongKey(int differing) {
        NewApiKey made = ApiKeys.create("shop", "acme");
        KeyRecord record = made.record();
        keys.put(KeyRecord.of(record.id(), changed(record.digest(), differing), "acme")
                .build());
        return get("X-API-Key", made.key());
    }

    /** The same in a database, with what a key has that was made for somebody. */
    private RecordedExchange wrongStoredKey() throws Exception {
        NewApiKey made = ApiKeys.create("shop", "acme");
        KeyRecord record = made.record();
        database.change(edit -> {
            edit.add(KeyRecord.of(record.id(), changed(record.digest(), 5), "acme")
                    .scopes(Set.of("orders:read"))
                    .created(Instant.now())
                    .build());
            return "";
        });
        return get("X-API-Key", made.key());
    }

    private static String changed(String digest, int differing) {
        int at = "sha256:".length() + 2 * differing;
        char other = digest.charAt(at) == '0' ? '1' : '0';
        return digest.substring(0, at) + other + digest.substring(at + 1);
    }

    private String token() throws Exception {
        return issuer.issue("owner" + owners++, Set.of("orders:read")).accessToken();
    }

    private RecordedExchange unknownToken() throws Exception {
        return get("Authorization", "Bearer " + token());
    }

    private RecordedExchange wrongToken(int differing) throws Exception {
        String token = token();
        String[] parts = token.split("_");
        String secret = parts[2].substring(0, 43);
        long now = System.currentTimeMillis();
        tokens.save(
                List.of(new TokenRecord(
                        parts[1],
                        TokenRecord.Kind.ACCESS,
                        changed(dev.keywright.runtime.key.KeyHasher.sha256().digest(secret), differing),
                        "family" + owners,
                        "owner" + owners,
                        Set.of("orders:read"),
                        Map.of(),
                        now,
                        now + 3_600_000)),
                now);
        return get("Authorization", "Bearer " + token);
    }

    private RecordedExchange signed(String keyId, int differing) {
        byte[] body = new byte[256];
        RecordedExchange exchange = new RecordedExchange("POST", body);
        exchange.header("Content-Type", "application/json");
        new CanonicalSigner(keyId, SECRET)
                .headers("POST", URI.create("https://localhost/orders"), "application/json", body)
                .forEach(exchange::header);
        if (differing >= 0) {
            byte[] mac = Base64.getDecoder()
                    .decode(exchange.headers("X-API-Signature").get(0));
            mac[differing] ^= 1;
            exchange.header("X-API-Signature", Base64.getEncoder().encodeToString(mac));
        }
        return exchange;
    }

    private Verdict byKey(RecordedExchange exchange) {
        return byKey(BY_KEY, exchange);
    }

    private Verdict byKey(EndpointPolicy policy, RecordedExchange exchange) {
        Attempt attempt = keywright.attempt(policy, exchange);
        boolean held = attempt.transportAllowed()
                && attempt.withinOpenLimits()
                && attempt.apiKeyPresented()
                && attempt.credentialsKnown();
        return refused(held, attempt);
    }

    private Verdict byStoredKey(RecordedExchange exchange) {
        return byKey(BY_STORED_KEY, exchange);
    }

    private Verdict byToken(RecordedExchange exchange) {
        Attempt attempt = keywright.attempt(BY_TOKEN, exchange);
        boolean held = attempt.transportAllowed()
                && attempt.withinOpenLimits()
                && attempt.bearerPresented()
                && attempt.credentialsKnown();
        return refused(held, attempt);
    }

    private Verdict bySignature(RecordedExchange exchange) {
        Attempt attempt = keywright.attempt(BY_SIGNATURE, exchange);
        boolean held = attempt.transportAllowed()
                && attempt.withinOpenLimits()
                && attempt.signaturePresented()
                && attempt.credentialsKnown()
                && attempt.bodyCaptured()
                && attempt.signatureValid();
        return refused(held, attempt);
    }

    private static Denied refused(boolean held, Attempt attempt) {
        if (held) {
            throw new IllegalStateException("The request under measurement must be refused.");
        }
        return attempt.denied();
    }

    private void compare(String what, Function<RecordedExchange, Verdict> check, Maker one, Maker other)
            throws Exception {
        compare(what, check, one, other, calls);
    }

    private void compare(String what, Function<RecordedExchange, Verdict> check, Maker one, Maker other, int inAll)
            throws Exception {
        double[] differences = new double[ROUNDS];
        double[] effects = new double[ROUNDS];
        double statistic = 0;
        int each = inAll / ROUNDS;
        for (int round = 0; round < ROUNDS; round++) {
            double[][] times = times(check, many(one), many(other), each);
            double difference = mean(times[0]) - mean(times[1]);
            double within = Math.sqrt(variance(times[0]) / times[0].length + variance(times[1]) / times[1].length);
            differences[round] = difference;
            effects[round] = difference / Math.sqrt((variance(times[0]) + variance(times[1])) / 2);
            statistic += difference / within / Math.sqrt(ROUNDS);
        }
        double error = Math.sqrt(variance(differences) / ROUNDS);
        double overRounds = mean(differences) / error;
        boolean equal = Math.abs(mean(differences)) + EQUIVALENT * error < MARGIN;
        boolean different = Math.abs(overRounds) > DIFFERENT;
        System.out.printf(
                "%-46s difference %+7.2f ±%.2f (by round %+.1f to %+.1f)  t over rounds %+6.2f  %-22s  Welch's t %+.1f  d %+.4f%n",
                what,
                mean(differences),
                EQUIVALENT * error,
                Arrays.stream(differences).min().orElse(0),
                Arrays.stream(differences).max().orElse(0),
                overRounds,
                (different ? "DIFFERENT" : "no difference") + (equal ? ", within 5 ns" : ""),
                statistic,
                mean(effects));
    }

    /** Without the slowest tenth of all calls together: those are the machine's other work. */
    private double[][] times(
            Function<RecordedExchange, Verdict> check, RecordedExchange[] one, RecordedExchange[] other, int count) {
        double[][] times = new double[2][count];
        double[] all = new double[count];
        int[] counts = new int[2];
        for (int i = -WARM_UP; i < count; i++) {
            int kind = random.nextInt(2);
            RecordedExchange exchange = (kind == 0 ? one : other)[random.nextInt(VARIETY)];
            long before = System.nanoTime();
            Verdict verdict = check.apply(exchange);
            long after = System.nanoTime();
            Objects.requireNonNull(verdict);
            if (i >= 0) {
                all[i] = after - before;
                times[kind][counts[kind]++] = after - before;
            }
        }
        Arrays.sort(all);
        double longest = all[count * 9 / 10];
        return new double[][] {
            Arrays.stream(times[0])
                    .limit(counts[0])
                    .filter(time -> time <= longest)
                    .toArray(),
            Arrays.stream(times[1])
                    .limit(counts[1])
                    .filter(time -> time <= longest)
                    .toArray()
        };
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
