package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Closes an exchange whose request body was left unread. The server reads what is left of it, at the client's pace and on
 * the handler's thread; a short while of that lets honest clients read the answer before the connection is reset. Then the
 * thread is interrupted, which closes the socket channel it reads from.
 */
final class BoundedClose {

    static final Duration LINGER = Duration.ofSeconds(1);

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Thread reader = Thread.currentThread();
    private boolean over;

    private BoundedClose() {}

    static void close(HttpExchange exchange) {
        BoundedClose close = new BoundedClose();
        var alarm = TIMER.schedule(close::interrupt, LINGER.toMillis(), TimeUnit.MILLISECONDS);
        try {
            exchange.close();
        } finally {
            alarm.cancel(false);
            close.end();
        }
    }

    private synchronized void interrupt() {
        if (!over) {
            reader.interrupt();
        }
    }

    /** From here on no alarm can reach the thread any more, and the next request must not inherit one. */
    private synchronized void end() {
        over = true;
        Thread.interrupted();
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "keywright-linger");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }
}
