package dev.keywright.benchmarks;

import dev.keywright.runtime.Attempt;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.HmacPolicy;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Verdict;
import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * An admitted 1 KiB request under CANONICAL, beside its two digests and one nonce insertion. A request is admitted once, so
 * each iteration begins with an empty store and a supply of signed requests; both sides insert into such a store.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CanonicalBenchmark {

    /**
     * Requests per iteration, and JMH's batch size. So few that they stay in the processor's caches, where a server's parser
     * would just have put a request.
     */
    static final int BATCH = 20;

    private static final byte[] SECRET = randomSecret();
    private static final EndpointPolicy POLICY = EndpointPolicy.of("shop.Hook#receive()")
            .hmac(HmacPolicy.of("CANONICAL", "shop-webhook", "300 seconds", "1 MiB"))
            .build();

    private final byte[] body = new byte[1024];
    private final CanonicalSigner signer = new CanonicalSigner("a", SECRET);
    private final RecordedExchange[] requests = new RecordedExchange[BATCH];
    private final String[] nonces = new String[BATCH];
    private MessageDigest sha256;
    private Mac mac;
    private byte[] signed = new byte[0];
    private NonceStore store;
    private Keywright keywright;
    private int next;

    /** 32 letters and digits that are in no source. */
    static byte[] randomSecret() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8);
    }

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        sha256 = MessageDigest.getInstance("SHA-256");
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    }

    @Setup(Level.Iteration)
    public void refill() {
        store = MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(2 * BATCH);
        keywright = Keywright.builder()
                .secrets(Secrets.of(Map.of("shop-webhook", "a=" + new String(SECRET, StandardCharsets.UTF_8))))
                .nonceStore(store)
                .publicOrigins(URI.create("https://localhost"))
                .build();
        for (int i = 0; i < BATCH; i++) {
            requests[i] = signed();
            nonces[i] = requests[i].headers("X-API-Nonce").get(0);
        }
        // An application's first request also reads its configuration.
        admit(signed());
        // As long as the canonical form of these requests.
        signed = new byte[24 + 2 + 5 + 10 + 8 + 1 + 17 + 11 + 25 + 64];
        next = 0;
    }

    private RecordedExchange signed() {
        RecordedExchange request = new RecordedExchange("POST", body);
        request.header("Content-Type", "application/json");
        signer.headers("POST", URI.create("https://localhost/orders"), "application/json", body)
                .forEach(request::header);
        return request;
    }

    @Benchmark
    public Object primitive() {
        byte[] bodyDigest = sha256.digest(body);
        System.arraycopy(bodyDigest, 0, signed, signed.length - 32, 32);
        byte[] signature = mac.doFinal(signed);
        long now = InstantSource.system().millis();
        NonceStore.Answer answer = store.record("a", nonces[next++], now + 330_000, now);
        if (answer != NonceStore.Answer.RECORDED) {
            throw new IllegalStateException("The nonce must be new.");
        }
        return signature;
    }

    @Benchmark
    public Verdict guard() {
        return admit(requests[next++]);
    }

    private Verdict admit(RecordedExchange request) {
        Attempt attempt = keywright.attempt(POLICY, request);
        if (!attempt.transportAllowed()
                || !attempt.withinOpenLimits()
                || !attempt.signaturePresented()
                || !attempt.credentialsKnown()
                || !attempt.bodyCaptured()
                || !attempt.signatureValid()
                || !attempt.inGoodStanding()
                || !attempt.nonceUnseen()
                || !attempt.nonceRecorded()) {
            throw new IllegalStateException("The request under measurement must be admitted.");
        }
        return attempt.admitted();
    }
}
