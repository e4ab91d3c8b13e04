package dev.keywright.benchmarks;

import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A nonce store in memory that begins afresh after every {@link #LIFE} nonces, so that a small supply of signed requests, which
 * stays in the processor's caches as a request does that was just parsed, can be admitted again and again. Guards and bare
 * primitives record in the same one, so both pay for it alike.
 */
final class RollingNonces implements NonceStore {

    /** Nonces in one generation, of all threads together. */
    static final int LIFE = 128;

    /** How many different requests a thread needs, so that none comes twice in a generation, even while one ends. */
    static final int SUPPLY = LIFE + 64;

    private record Generation(int number, NonceStore store) {}

    private final AtomicInteger count = new AtomicInteger();
    private volatile Generation current = begin(0);

    private static Generation begin(int number) {
        return new Generation(number, MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(10 * LIFE));
    }

    @Override
    public Answer record(String credential, String nonce, long expiresAtMillis, long nowMillis) {
        int number = (count.getAndIncrement() & Integer.MAX_VALUE) / LIFE & 0xFFFF;
        Generation known = current;
        if (number != known.number()) {
            known = turn(number);
        }
        return known.store().record(credential, nonce, expiresAtMillis, nowMillis);
    }

    /** Whoever comes first begins the next generation; who comes late still has a number of the one before. */
    private synchronized Generation turn(int number) {
        int ahead = number - current.number() & 0xFFFF;
        if (ahead != 0 && ahead < 0x8000) {
            current = begin(number);
        }
        return current;
    }

    @Override
    public boolean seen(String credential, String nonce) {
        return current.store().seen(credential, nonce);
    }

    @Override
    public long bornAtMillis() {
        return Long.MIN_VALUE;
    }
}
