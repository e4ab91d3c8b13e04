package dev.keywright.runtime.body;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of request bodies the process may hold captured at once. Safe for use by many threads. */
public final class BodyBudget {

    private final long limitBytes;
    private final AtomicLong held = new AtomicLong();

    /** A budget of so many bytes. */
    public BodyBudget(long limitBytes) {
        if (limitBytes <= 0) {
            throw new IllegalArgumentException("The budget for captured bodies must be positive.");
        }
        this.limitBytes = limitBytes;
    }

    /** Takes bytes from the budget; false, and nothing taken, when there are not so many left. */
    boolean take(long bytes) {
        long before = held.get();
        while (before + bytes <= limitBytes) {
            if (held.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = held.get();
        }
        return false;
    }

    /** Gives bytes back. */
    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    /** How many bytes are held now. */
    public long heldBytes() {
        return held.get();
    }
}
