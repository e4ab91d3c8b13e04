package dev.keywright.runtime.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.security.SecureRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Buckets by address group, in bounded memory. Nobody gets a fresh bucket by crowding out their old one: nothing is evicted.
 * A bucket is forgotten only once it must be full again. When there is no room for another group, newcomers share buckets by
 * coarse network (IPv4 /16, IPv6 /32), so that a flood mostly slows down its own neighbours.
 */
final class AddressBuckets {

    private static final int STRIPES = 4096;
    private static final long SWEEP_NANOS = 1_000_000_000L;

    private record Key(LimitSet limits, AddressGroup group) {}

    private final int capacity;
    private final RateTime time;
    private final Cache<Key, Counter> buckets;
    private final ConcurrentHashMap<Key, Counter> crowds = new ConcurrentHashMap<>();
    private final long seed = new SecureRandom().nextLong();
    private final AtomicLong lastSweep;

    AddressBuckets(int capacity, RateTime time) {
        this.capacity = capacity;
        this.time = time;
        this.lastSweep = new AtomicLong(time.currentTimeNanos() - SWEEP_NANOS);
        this.buckets = Caffeine.newBuilder()
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Key, Counter>accessing((key, counter) ->
                        java.time.Duration.ofNanos(key.limits().longestNanos())))
                .build();
    }

    Counter counter(LimitSet limits, AddressGroup group) {
        Key key = new Key(limits, group);
        Counter known = buckets.getIfPresent(key);
        if (known != null) {
            return known;
        }
        if (hasRoom()) {
            return java.util.Objects.requireNonNull(buckets.get(
                    key, absent -> absent.limits().newCounter(absent.group().toString())));
        }
        return crowd(limits, group);
    }

    /** Whether a group has a bucket of its own. */
    boolean knows(LimitSet limits, AddressGroup group) {
        return buckets.getIfPresent(new Key(limits, group)) != null;
    }

    /** The counter of a group to look at: for one that has none yet a full one, which is not kept. */
    Counter shown(LimitSet limits, AddressGroup group) {
        Counter known = buckets.getIfPresent(new Key(limits, group));
        if (known != null) {
            return known;
        }
        return hasRoom() ? limits.newLocalCounter() : crowd(limits, group);
    }

    private boolean hasRoom() {
        if (buckets.estimatedSize() < capacity) {
            return true;
        }
        long now = time.currentTimeNanos();
        long before = lastSweep.get();
        if (now - before >= SWEEP_NANOS && lastSweep.compareAndSet(before, now)) {
            buckets.cleanUp();
        }
        return buckets.estimatedSize() < capacity;
    }

    /** Newcomers without room: counted together, and by this node alone, so that a flood does not fill a shared store either. */
    private Counter crowd(LimitSet limits, AddressGroup group) {
        // The seed keeps outsiders from choosing addresses that share a given network's bucket.
        long mixed = (group.coarse() ^ seed) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
        Key key = new Key(limits, new AddressGroup((mixed >>> 32) & STRIPES - 1, 0));
        @Nullable Counter known = crowds.get(key);
        return known != null ? known : crowds.computeIfAbsent(key, absent -> limits.newLocalCounter());
    }

    long size() {
        return buckets.estimatedSize() + crowds.size();
    }
}
