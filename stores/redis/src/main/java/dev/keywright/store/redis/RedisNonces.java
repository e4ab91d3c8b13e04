package dev.keywright.store.redis;

import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.shared.StoreUnavailableException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Nonces of all nodes. Each credential has a sorted set with a quota, ordered by when a nonce may be forgotten; Redis is told
 * to evict nothing. The set is complete from the server's birth on, which stands beside it together with the server process's
 * own id: after a restart, a failover or a loss of data there is another birth, and signatures from before it are stale.
 */
final class RedisNonces implements NonceStore {

    /** How far any two clocks, of nodes and of Redis servers, may be apart. */
    static final long CLOCK_TOLERANCE_MILLIS = 5_000;

    private static final System.Logger LOG = System.getLogger("dev.keywright.redis");
    private static final Script RECORD = Script.load("nonce");
    private static final byte[] NODE_TOLERANCE = ascii(CLOCK_TOLERANCE_MILLIS / 2);
    private static final byte[] TOLERANCE = ascii(CLOCK_TOLERANCE_MILLIS);

    private final Line line;
    private final Names names;
    private final byte[] epoch;
    private final byte[] quota;
    private final ConcurrentHashMap<String, byte[]> keys = new ConcurrentHashMap<>();
    private final AtomicBoolean noticed = new AtomicBoolean();
    private volatile long born;

    RedisNonces(Line line, Names names, int quotaPerCredential) {
        this.line = line;
        this.names = names;
        this.epoch = names.fixed("epoch");
        this.quota = ascii(quotaPerCredential);
    }

    /** Learns the birth, by trying to record under one that cannot be. */
    void open(long nowMillis) throws StoreUnavailableException {
        born = -1;
        List<Object> answer = ask(key("\0"), names.digest("n", ""), nowMillis, nowMillis);
        switch (text(answer.get(0))) {
            case "born" -> born = Long.parseLong(text(answer.get(1)));
            case "policy" -> throw new RedisStartException(Messages.policy(line.server(), text(answer.get(1))));
            default ->
                throw new RedisStartException(
                        Messages.clock(line.server(), Math.abs(Long.parseLong(text(answer.get(1))))));
        }
    }

    @Override
    public Answer record(String credential, String nonce, long expiresAtMillis, long nowMillis) {
        try {
            List<Object> answer =
                    ask(key(credential), names.digest("n", nonce), expiresAtMillis + CLOCK_TOLERANCE_MILLIS, nowMillis);
            return answer(text(answer.get(0)), text(answer.get(1)));
        } catch (StoreUnavailableException e) {
            return Answer.UNAVAILABLE;
        }
    }

    private Answer answer(String what, String value) {
        switch (what) {
            case "recorded" -> {
                noticed.set(false);
                return Answer.RECORDED;
            }
            case "seen" -> {
                return Answer.SEEN;
            }
            case "born" -> {
                // The signature in hand was judged by the old birth, so it is not admitted. The next ones see the new
                // one.
                long now = Long.parseLong(value);
                if (born != now) {
                    born = now;
                    LOG.log(Level.WARNING, Messages.born(line.server()));
                }
            }
            case "policy" -> notice(Messages.policy(line.server(), value));
            case "clock" -> notice(Messages.clock(line.server(), Math.abs(Long.parseLong(value))));
            default -> {}
        }
        return Answer.UNAVAILABLE;
    }

    private void notice(String message) {
        if (noticed.compareAndSet(false, true)) {
            LOG.log(Level.ERROR, message);
        }
    }

    @Override
    public boolean seen(String credential, String nonce) {
        try {
            byte[] member = names.digest("n", nonce);
            @Nullable Double score = line.ask(() -> line.await(line.commands().zscore(key(credential), member)));
            return score != null;
        } catch (StoreUnavailableException e) {
            // record(…) comes later and says so.
            return false;
        }
    }

    @Override
    public Health health() {
        return line.health();
    }

    @Override
    public long bornAtMillis() {
        return born;
    }

    private List<Object> ask(byte[] key, byte[] nonce, long forgetMillis, long nowMillis)
            throws StoreUnavailableException {
        return line.run(
                RECORD,
                new byte[][] {epoch, key},
                ascii(nowMillis),
                ascii(born),
                nonce,
                ascii(forgetMillis),
                quota,
                NODE_TOLERANCE,
                TOLERANCE);
    }

    /** Only credentials that have signed get here, so their number is bounded. */
    private byte[] key(String credential) {
        return keys.computeIfAbsent(credential, absent -> names.key("nonces", absent));
    }

    private static byte[] ascii(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Object answer) {
        return new String((byte[]) answer, StandardCharsets.US_ASCII);
    }
}
