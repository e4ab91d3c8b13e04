package dev.keywright.runtime;

import dev.keywright.runtime.account.LoginThrottle;

/**
 * A log-in that is being attempted at an endpoint with {@code @LoginProtected}. A handler whose status does not tell whether
 * the password was right says so here; without a word, only an answer with a status from 200 to 299 counts as a success.
 * Whatever was said counts when the exchange has ended. Safe for use by many threads.
 */
public final class LoginAttempt {

    private final LoginThrottle.Ticket ticket;
    private volatile boolean succeeded;
    private volatile boolean failed;

    LoginAttempt(LoginThrottle.Ticket ticket) {
        this.ticket = ticket;
    }

    /** The password was right, whatever the status says. */
    public void succeeded() {
        succeeded = true;
    }

    /** The password was wrong, whatever the status says; this prevails over {@link #succeeded()}. */
    public void failed() {
        failed = true;
    }

    /** The exchange has ended; false when the log-in did not succeed. Called once. */
    boolean end(Outcome outcome, long nowMillis) {
        boolean right = !failed && (succeeded || outcome == Outcome.SUCCEEDED);
        if (right) {
            ticket.succeeded(nowMillis);
        }
        return right;
    }
}
