package dev.keywright.store.redis;

import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.shared.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Limits of all nodes: token buckets that one script fills and takes from, in one round trip and by the clock of Redis alone.
 * Redis forgets a bucket once it must be full again.
 */
final class RedisLimits implements SharedLimits {

    private static final Script SCRIPT = Script.load("limit");

    private final Line line;
    private final Names names;
    private final int nodes;

    RedisLimits(Line line, Names names, int nodes) {
        this.line = line;
        this.names = names;
        this.nodes = nodes;
    }

    /** Asks once before the first request does: loading all classes takes longer than a command may. */
    void warmUp() {
        try {
            byte[] key = names.fixed("warm-up");
            take(key, values(List.of(new Quota(1, Duration.ofMillis(1)))), 0);
            line.ask(() -> line.await(line.commands().del(key)));
        } catch (StoreUnavailableException e) {
            // The first request will find out in its own time.
        }
    }

    @Override
    public SharedLimit open(String name, List<Quota> quotas) {
        byte[][] values = values(quotas);
        return who -> {
            byte[] key = names.key("limit", name + '\0' + who);
            return owed -> take(key, values, owed);
        };
    }

    @Override
    public int nodes() {
        return nodes;
    }

    @Override
    public Health health() {
        return line.health();
    }

    private Taken take(byte[] key, byte[][] quotas, long owed) throws StoreUnavailableException {
        byte[][] values = quotas.clone();
        values[0] = ascii(owed);
        List<Object> answer = line.run(SCRIPT, new byte[][] {key}, values);
        long[] left = new long[answer.size() - 1];
        for (int i = 0; i < left.length; i++) {
            left[i] = number(answer.get(i + 1));
        }
        return new Taken(number(answer.get(0)) * 1_000, left);
    }

    /** Room for what is owed, then each quota's permits and its period in microseconds. */
    private static byte[][] values(List<Quota> quotas) {
        byte[][] values = new byte[1 + 2 * quotas.size()][];
        for (int i = 0; i < quotas.size(); i++) {
            values[1 + 2 * i] = ascii(quotas.get(i).permits());
            values[2 + 2 * i] = ascii(quotas.get(i).period().toNanos() / 1_000);
        }
        return values;
    }

    private static byte[] ascii(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }

    private static long number(Object answer) {
        return Long.parseLong(new String((byte[]) answer, StandardCharsets.US_ASCII));
    }
}
