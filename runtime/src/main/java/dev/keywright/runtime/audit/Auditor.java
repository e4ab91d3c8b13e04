package dev.keywright.runtime.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts outcomes, samples refusals under flood, and keeps a failing sink away from requests. Internal. */
public final class Auditor {

    private static final System.Logger LOG = System.getLogger("dev.keywright.audit");
    private static final int PER_SECOND = 20;
    private static final int LONGEST = 256;

    /** All outcomes with one reason, and one second of their events. */
    private static final class Tally {
        final LongAdder count = new LongAdder();
        final AtomicLong second = new AtomicLong(Long.MIN_VALUE);
        final AtomicLong taken = new AtomicLong();
        final AtomicLong suppressed = new AtomicLong();
    }

    private final AuditSink sink;
    private final Map<Reason, Tally> tallies = new EnumMap<>(Reason.class);

    /** Hands events to a sink. */
    public Auditor(AuditSink sink) {
        this.sink = sink;
        for (Reason reason : Reason.values()) {
            tallies.put(reason, new Tally());
        }
    }

    /** Counts an outcome. */
    public void count(Reason reason) {
        tally(reason).count.increment();
    }

    private Tally tally(Reason reason) {
        return Objects.requireNonNull(tallies.get(reason));
    }

    /** How often an outcome occurred. */
    public long counted(Reason reason) {
        return tally(reason).count.sum();
    }

    /** Whether admitted requests are wanted. */
    public boolean wantsAdmitted() {
        return sink.wantsAdmitted();
    }

    /**
     * Whether an event with this reason is written now: the first twenty of each second are.
     *
     * @return how many were left out since the last one, or -1 when this one is left out as well
     */
    public long permit(Reason reason, long nowMillis) {
        Tally window = tally(reason);
        long second = Math.floorDiv(nowMillis, 1_000L);
        long current = window.second.get();
        if (second != current && window.second.compareAndSet(current, second)) {
            window.taken.set(0);
        }
        if (window.taken.incrementAndGet() > PER_SECOND) {
            window.suppressed.incrementAndGet();
            return -1;
        }
        return window.suppressed.getAndSet(0);
    }

    /** Hands over an event. */
    public void write(AuditEvent event) {
        try {
            sink.accept(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The audit sink threw; the event is lost.", e);
        }
    }

    /** Hands over a change of a store's state. */
    public void write(StoreEvent event) {
        try {
            sink.storeChanged(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The audit sink threw; the event is lost.", e);
        }
    }

    /** A path as {@link #safe} writes it, without keys and tokens that somebody put into it. */
    public static String safePath(String path) {
        return safe(Paths.withoutKeys(path));
    }

    /** Printable ASCII, at most 256 characters; anything else as an escape, so that no line can be forged. */
    public static String safe(String text) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String piece =
                    c > ' ' && c < 127 && c != '"' && c != '\\' ? String.valueOf(c) : String.format("\\u%04x", (int) c);
            if (safe.length() + piece.length() > LONGEST) {
                break;
            }
            safe.append(piece);
        }
        return safe.toString();
    }
}
