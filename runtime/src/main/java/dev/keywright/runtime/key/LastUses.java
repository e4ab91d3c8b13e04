package dev.keywright.runtime.key;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Notes which keys are used and tells their store once a period, from a thread of its own. A request reads one number for it,
 * and once a period and key enters an id in a table. Lossy by design: a table that is full, a store that fails and a process
 * that dies lose uses, and none of that holds a request up. For guards. Safe for use by many threads.
 */
public final class LastUses implements AutoCloseable {

    /** How many keys are noted in one period. */
    static final int MOST = 16_384;

    private static final System.Logger LOG = System.getLogger("dev.keywright.keys");
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final LastUseKeeper store;
    private final InstantSource clock;
    private final Duration interval;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicInteger room = new AtomicInteger(MOST);
    private volatile Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile int period = 1;
    private volatile @Nullable ScheduledFuture<?> ticking;

    /**
     * Notes the uses of a store's keys.
     *
     * @param interval how often the store is told; times of last use are as coarse
     */
    LastUses(LastUseKeeper store, InstantSource clock, Duration interval) {
        this.store = store;
        this.clock = clock;
        this.interval = interval;
    }

    /**
     * One for each store that keeps last uses, by the store's name.
     *
     * @param interval zero for none at all
     */
    public static Map<String, LastUses> of(Map<String, KeyStore> stores, InstantSource clock, Duration interval) {
        Map<String, LastUses> all = new HashMap<>();
        stores.forEach((name, store) -> {
            if (store instanceof LastUseKeeper keeper && !interval.isZero()) {
                all.put(name, new LastUses(keeper, clock, interval));
            }
        });
        return Map.copyOf(all);
    }

    /** One thread for all, which ends when there is nothing left to do. */
    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "keywright-last-use");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** Notes that a key was used just now. */
    public void used(KeyRecord record) {
        if (!record.isUseKnown(period)) {
            note(record.id());
        }
    }

    private void note(String id) {
        // Counted before, so that racing threads cannot put in more; who is too late is not noted.
        if (room.getAndDecrement() > 0 && !used.add(id)) {
            room.getAndIncrement();
        }
        if (!started.get() && started.compareAndSet(false, true)) {
            start();
        }
    }

    /** Ticks for as long as somebody holds this; a forgotten one stops by itself. */
    private void start() {
        WeakReference<LastUses> self = new WeakReference<>(this);
        long nanos = interval.toNanos();
        ScheduledFuture<?>[] ticks = new ScheduledFuture<?>[1];
        ticks[0] = TIMER.scheduleWithFixedDelay(
                () -> {
                    LastUses uses = self.get();
                    if (uses != null) {
                        uses.flush();
                    } else if (ticks[0] != null) {
                        ticks[0].cancel(false);
                    }
                },
                nanos,
                nanos,
                TimeUnit.NANOSECONDS);
        ticking = ticks[0];
    }

    /** Tells the store now. */
    void flush() {
        Set<String> ids = used;
        used = ConcurrentHashMap.newKeySet();
        room.set(MOST);
        period++;
        if (ids.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, Instant> times = new HashMap<>();
        ids.forEach(id -> times.put(id, now));
        try {
            store.keepLastUses(times);
            failed.set(false);
        } catch (KeyStoreException | RuntimeException e) {
            if (failed.compareAndSet(false, true)) {
                LOG.log(System.Logger.Level.WARNING, () -> KeyMessages.lastUsesLost(String.valueOf(e.getMessage())));
            }
        }
    }

    /** Tells the store a last time and stops. */
    @Override
    public void close() {
        ScheduledFuture<?> ticks = ticking;
        if (ticks != null) {
            ticks.cancel(false);
        }
        flush();
    }
}
