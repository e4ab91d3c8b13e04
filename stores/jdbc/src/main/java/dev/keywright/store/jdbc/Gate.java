package dev.keywright.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps requests from piling up before a database that does not answer: only so many wait for it at once, and after three
 * failures in a row one a second tries, until one succeeds. Safe for use by many threads.
 */
final class Gate {

    private static final int FAILURES = 3;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Semaphore turns;
    private final long waitNanos;
    private final LongSupplier nanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong lastTry = new AtomicLong();

    Gate(int concurrency, long waitNanos, LongSupplier nanos) {
        this.turns = new Semaphore(concurrency);
        this.waitNanos = waitNanos;
        this.nanos = nanos;
    }

    /** Lets one through, who must {@link #leave}. */
    void enter() throws DatabaseException {
        if (failures.get() >= FAILURES) {
            long last = lastTry.get();
            long now = nanos.getAsLong();
            if (now - last < PAUSE_NANOS || !lastTry.compareAndSet(last, now)) {
                throw new DatabaseException(Messages.resting());
            }
        }
        try {
            if (!turns.tryAcquire(waitNanos, TimeUnit.NANOSECONDS)) {
                throw new DatabaseException(Messages.busy());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(Messages.busy(), e);
        }
    }

    void leave() {
        turns.release();
    }

    void succeeded() {
        failures.set(0);
    }

    /** Counts what says that the database is not there; a statement that it refused says the opposite. */
    void failed(SQLException problem) {
        if (isAbsence(problem)) {
            lastTry.set(nanos.getAsLong());
            failures.incrementAndGet();
        } else {
            succeeded();
        }
    }

    /** Whether the database answered when it was last asked. */
    boolean isOpen() {
        return failures.get() == 0;
    }

    /** Connection exceptions, shutdowns, a lack of resources, time-outs: SQLSTATE classes 08, 53, 57, H2's own 90xxx. */
    static boolean isAbsence(SQLException problem) {
        if (problem instanceof SQLTransientConnectionException
                || problem instanceof SQLNonTransientConnectionException
                || problem instanceof SQLRecoverableException
                || problem instanceof SQLTimeoutException) {
            return true;
        }
        String state = problem.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("90");
    }
}
