package dev.keywright.runtime.replay;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Nonces in this process's memory, for one node. Each credential has a quota of its own; one that has used it up is answered
 * {@link Answer#UNAVAILABLE} until its oldest nonces expire, and the others do not notice. All together have a capacity, by
 * default about a fifth of the heap: once half of it is used, a credential may hold no more than a small part of what is still
 * free, so that many credentials can neither exhaust the memory nor leave nothing to the rest.
 */
public final class MemoryNonceStore implements NonceStore {

    /** Nonces that one credential may have at once, unless said otherwise: 300 a second over the default window. */
    public static final int DEFAULT_QUOTA = 100_000;

    private static final long SLOT_MILLIS = 1_000;

    /** How far the wall clock may be set back, in slots, before records could have been forgotten too early. */
    private static final long SLACK = 5;

    /** What part of the free room one credential may hold, once there is not much: one in so many. */
    private static final int SHARES = 64;

    private static final long HEAP_BYTES_PER_NONCE = 1_024;

    private final int quota;
    private final int capacity;
    private final long bornAtMillis;
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);
    private final ConcurrentHashMap<String, Memory> memories = new ConcurrentHashMap<>();

    MemoryNonceStore(int quota, int capacity, long bornAtMillis) {
        if (quota <= 0) {
            throw new IllegalArgumentException("The quota of nonces per credential must be positive.");
        }
        this.quota = quota;
        this.capacity = capacity;
        this.bornAtMillis = bornAtMillis;
    }

    /** A store born now. Signatures from before, and for as long as clocks may be ahead, are refused as stale. */
    public static MemoryNonceStore bornNow(InstantSource clock, int quotaPerCredential) {
        return new MemoryNonceStore(quotaPerCredential, defaultCapacity(), clock.millis());
    }

    /**
     * A store that does not refuse early signatures. Only for secrets that were made at this very start, so that no earlier
     * process can have admitted any: in tests and demonstrations.
     */
    public static MemoryNonceStore forSecretsThatNoEarlierProcessUsed(int quotaPerCredential) {
        return new MemoryNonceStore(quotaPerCredential, defaultCapacity(), Long.MIN_VALUE);
    }

    private static int defaultCapacity() {
        return (int) Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_NONCE);
    }

    @Override
    public Answer record(String credential, String nonce, long expiresAtMillis, long nowMillis) {
        return memory(credential).record(nonce, expiresAtMillis, nowMillis);
    }

    @Override
    public boolean seen(String credential, String nonce) {
        return memory(credential).expiries.containsKey(nonce);
    }

    @Override
    public long bornAtMillis() {
        return bornAtMillis;
    }

    /** How many nonces of a credential are remembered. */
    public int size(String credential) {
        return memory(credential).count.get();
    }

    private Memory memory(String credential) {
        Memory known = memories.get(credential);
        // Only credentials that are configured get here, so their number is bounded.
        return known != null ? known : memories.computeIfAbsent(credential, absent -> new Memory());
    }

    /** Whether there is room for one more nonce of a credential that has so many, this one included. */
    private boolean hasRoom(int count, int all, long nowMillis) {
        if (count > quota) {
            return false;
        }
        int half = capacity / 2;
        if (all <= half) {
            return true;
        }
        sweep(nowMillis);
        int now = total.get();
        return now <= half || count <= (capacity - now) / SHARES;
    }

    /** Drops what has expired of credentials that sign no more. */
    private void sweep(long nowMillis) {
        long next = nextSweep.get();
        if (nowMillis >= next && nextSweep.compareAndSet(next, nowMillis + SLOT_MILLIS)) {
            memories.values().forEach(memory -> memory.forget(nowMillis));
        }
    }

    /** What one credential used. */
    private final class Memory {

        final ConcurrentHashMap<String, Long> expiries = new ConcurrentHashMap<>();
        final AtomicInteger count = new AtomicInteger();
        /** Nonces by the second in which they expire, so that forgetting is cheap and needs no scan. */
        private final ConcurrentSkipListMap<Long, ConcurrentLinkedQueue<String>> slots = new ConcurrentSkipListMap<>();

        private volatile long forgottenUntilSlot = Long.MIN_VALUE;

        Answer record(String nonce, long expiresAtMillis, long nowMillis) {
            if (!forget(nowMillis)) {
                return Answer.UNAVAILABLE;
            }
            if (expiries.containsKey(nonce)) {
                return Answer.SEEN;
            }
            if (!hasRoom(count.incrementAndGet(), total.incrementAndGet(), nowMillis)) {
                giveUp();
                return Answer.UNAVAILABLE;
            }
            long slot = Math.floorDiv(expiresAtMillis, SLOT_MILLIS) + 1 + SLACK;
            if (expiries.putIfAbsent(nonce, slot) != null) {
                giveUp();
                return Answer.SEEN;
            }
            slots.computeIfAbsent(slot, absent -> new ConcurrentLinkedQueue<>()).add(nonce);
            return Answer.RECORDED;
        }

        private void giveUp() {
            count.decrementAndGet();
            total.decrementAndGet();
        }

        /** Drops what has expired; false when the clock was set back behind what is forgotten already. */
        private boolean forget(long nowMillis) {
            long nowSlot = Math.floorDiv(nowMillis, SLOT_MILLIS);
            long done = forgottenUntilSlot;
            if (nowSlot <= done) {
                return nowSlot >= done - SLACK;
            }
            synchronized (this) {
                if (nowSlot <= forgottenUntilSlot) {
                    return true;
                }
                // Slots that are still being written to lie a whole window ahead of now.
                Iterator<ConcurrentLinkedQueue<String>> old =
                        slots.headMap(nowSlot, false).values().iterator();
                while (old.hasNext()) {
                    for (String nonce : old.next()) {
                        if (expiries.remove(nonce) != null) {
                            giveUp();
                        }
                    }
                    old.remove();
                }
                forgottenUntilSlot = nowSlot;
                return true;
            }
        }
    }
}
