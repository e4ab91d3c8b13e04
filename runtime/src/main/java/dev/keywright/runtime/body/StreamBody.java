package dev.keywright.runtime.body;

import dev.keywright.runtime.BodyBudgetException;
import dev.keywright.runtime.BodyTimeoutException;
import dev.keywright.runtime.BodyTooLargeException;
import dev.keywright.runtime.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read from a stream, bounded in bytes and in time, and paid for from a process-wide budget. Used by one
 * thread; {@link #close()} may come from another.
 */
public final class StreamBody implements Exchange.Body, AutoCloseable {

    /** Opens the stream, which may fail and may ask the client to go on (100 Continue). */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    private static final int FIRST_CHUNK = 8 * 1024;

    private final Source source;
    private final long contentLength;
    private final BodyBudget budget;
    private final Duration deadline;
    private final @Nullable Runnable abort;

    private byte @Nullable [] captured;
    private long paid;
    private boolean closed;

    /**
     * A body not yet read.
     *
     * @param source where it comes from
     * @param contentLength its length in bytes; -1 when it is not known
     * @param budget pays for it until {@link #close()}
     * @param deadline how long reading may take
     * @param abort breaks a read that blocks past the deadline, by closing the connection, from another thread; null where
     *     the server itself bounds a single read
     */
    public StreamBody(
            Source source, long contentLength, BodyBudget budget, Duration deadline, @Nullable Runnable abort) {
        this.source = source;
        this.contentLength = contentLength;
        this.budget = budget;
        this.deadline = deadline;
        this.abort = abort;
    }

    @Override
    public byte[] capture(long limitBytes) throws IOException {
        byte[] known = captured;
        if (known != null) {
            if (known.length > limitBytes) {
                throw tooLarge();
            }
            return known;
        }
        if (contentLength > limitBytes) {
            throw tooLarge();
        }
        boolean done = false;
        Watch watch = new Watch();
        try {
            byte[] read = contentLength == 0 ? new byte[0] : read(limitBytes, watch);
            captured = read;
            done = true;
            return read;
        } catch (IOException e) {
            throw watch.isOver() && !(e instanceof BodyTooLargeException) && !(e instanceof BodyBudgetException)
                    ? timeout()
                    : e;
        } finally {
            watch.stop();
            if (!done) {
                close();
            }
        }
    }

    private byte[] read(long limitBytes, Watch watch) throws IOException {
        InputStream in = source.open();
        byte[] buffer = new byte[0];
        int length = 0;
        while (true) {
            if (length == buffer.length) {
                buffer = grow(buffer, limitBytes);
            }
            int count = in.read(buffer, length, buffer.length - length);
            if (watch.isOver()) {
                throw timeout();
            }
            if (count < 0) {
                break;
            }
            length += count;
            if (length > limitBytes) {
                throw tooLarge();
            }
        }
        return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
    }

    /** Pays for what is to be read next, and not for what a Content-Length merely promises. */
    private byte[] grow(byte[] buffer, long limitBytes) throws BodyBudgetException {
        // One byte past the limit is enough to know that there is more.
        long size = Math.min(Math.max(FIRST_CHUNK, 2L * buffer.length), limitBytes + 1);
        size = Math.min(size, Integer.MAX_VALUE - 8);
        synchronized (this) {
            if (closed || !budget.take(size - buffer.length)) {
                throw new BodyBudgetException("Too many request bodies are held at once.");
            }
            paid += size - buffer.length;
        }
        return Arrays.copyOf(buffer, (int) size);
    }

    @Override
    public boolean isCaptured() {
        return captured != null;
    }

    /** The captured bytes; empty when the body was not captured. The array is shared. */
    public byte[] bytes() {
        byte[] known = captured;
        return known == null ? new byte[0] : known;
    }

    /** Gives the bytes back to the budget. Call it when the exchange has ended. */
    @Override
    public synchronized void close() {
        closed = true;
        budget.giveBack(paid);
        paid = 0;
    }

    private static BodyTooLargeException tooLarge() {
        return new BodyTooLargeException("The request body is larger than the endpoint takes.");
    }

    private static BodyTimeoutException timeout() {
        return new BodyTimeoutException("The request body did not arrive in time.");
    }

    /** Knows when the time is over, and then breaks a read that blocks. */
    private final class Watch {

        private final long start = System.nanoTime();
        private final @Nullable ScheduledFuture<?> alarm =
                abort == null || contentLength == 0 ? null : Deadlines.schedule(abort, deadline);

        boolean isOver() {
            return System.nanoTime() - start >= deadline.toNanos();
        }

        void stop() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
