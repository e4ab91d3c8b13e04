package dev.keywright.store.redis;

import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.login.Backoff;
import dev.keywright.runtime.login.MemoryAttemptStore;
import dev.keywright.runtime.shared.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Attempts of all nodes. The number of names is bounded; newcomers without room, and everybody while Redis does not answer, are
 * counted by each node alone.
 */
final class RedisAttempts implements AttemptStore {

    private static final Script SCRIPT = Script.load("attempt");
    private static final int FIXED = 8;

    private final Line line;
    private final Names names;
    private final byte[] index;
    private final int capacity;
    private final MemoryAttemptStore alone;

    RedisAttempts(Line line, Names names, int capacity) {
        this.line = line;
        this.names = names;
        this.index = names.fixed("attempts");
        this.capacity = capacity;
        this.alone = new MemoryAttemptStore(capacity);
    }

    @Override
    public Charge charge(String name, Backoff backoff, long floorMillis, long nowMillis) {
        try {
            List<Object> answer = run("charge", name, backoff, floorMillis, nowMillis);
            if (!answer.isEmpty()) {
                return new Charge((int) number(answer.get(0)), number(answer.get(1)));
            }
        } catch (StoreUnavailableException e) {
            // Counted here; the line has said so.
        }
        return alone.charge(name, backoff, floorMillis, nowMillis);
    }

    @Override
    public void giveBack(String name, Backoff backoff, long nowMillis) {
        alone.giveBack(name, backoff, nowMillis);
        try {
            run("back", name, backoff, 0, nowMillis);
        } catch (StoreUnavailableException e) {
            // The attempt stays charged there, as the interface allows.
        }
    }

    @Override
    public void reset(String name) {
        alone.reset(name);
        try {
            line.ask(() -> line.await(line.commands().del(names.key("attempt", name))));
        } catch (StoreUnavailableException e) {
            // As above.
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    private List<Object> run(String what, String name, Backoff backoff, long floorMillis, long nowMillis)
            throws StoreUnavailableException {
        List<Long> delays = backoff.delaysMillis();
        byte[][] values = new byte[FIXED + delays.size()][];
        values[0] = what.getBytes(StandardCharsets.US_ASCII);
        values[1] = names.digest("attempt", name);
        values[2] = ascii(capacity);
        values[3] = ascii(nowMillis);
        values[4] = ascii(floorMillis);
        values[5] = ascii(GRACE_MILLIS);
        values[6] = ascii(backoff.free());
        values[7] = ascii(backoff.leakMillis());
        for (int i = 0; i < delays.size(); i++) {
            values[FIXED + i] = ascii(delays.get(i));
        }
        return line.run(SCRIPT, new byte[][] {names.key("attempt", name), index}, values);
    }

    private static byte[] ascii(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }

    private static long number(Object answer) {
        return Long.parseLong(new String((byte[]) answer, StandardCharsets.US_ASCII));
    }
}
