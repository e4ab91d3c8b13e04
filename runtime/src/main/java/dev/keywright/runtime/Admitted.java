package dev.keywright.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exchange may reach its handler. Adapters hold it beside the exchange, and nowhere else. */
public final class Admitted implements Verdict {

    private final Attempt attempt;
    private final Caller caller;
    private final @Nullable LoginAttempt login;
    private boolean completed;

    Admitted(Attempt attempt, Caller caller, @Nullable LoginAttempt login) {
        this.attempt = attempt;
        this.caller = caller;
        this.login = login;
    }

    /** Who called; {@link Caller#anonymous()} when the endpoint demands no credential. */
    public Caller caller() {
        return caller;
    }

    /** What the exchange was admitted to; the second door opens for this endpoint only. */
    public EndpointPolicy policy() {
        return attempt.plan().policy;
    }

    /** The log-in that this exchange attempts; null when the endpoint bears no {@code @LoginProtected}. */
    public @Nullable LoginAttempt login() {
        return login;
    }

    /** The headers to add to the handler's answer: the request id, and RateLimit fields where there are limits. */
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>(attempt.rateLimitHeaders());
        headers.add(attempt.requestId());
        return headers;
    }

    /** The adapter tells how the handler ended. Only the first call counts. Safe for use by many threads. */
    public void completed(Outcome outcome) {
        synchronized (this) {
            if (completed) {
                return;
            }
            completed = true;
        }
        attempt.completed(outcome);
    }

    @Override
    public String toString() {
        return "Admitted[" + policy() + " for " + caller + "]";
    }
}
