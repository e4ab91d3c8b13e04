package dev.keywright.runtime;

import java.util.List;

/** The exchange may reach its handler. */
public final class Admitted implements Verdict {

    private final Attempt attempt;
    private final Caller caller;

    Admitted(Attempt attempt, Caller caller) {
        this.attempt = attempt;
        this.caller = caller;
    }

    /** Who called; {@link Caller#anonymous()} when the endpoint demands no credential. */
    public Caller caller() {
        return caller;
    }

    /** The headers to add to the handler's answer: the request id, and RateLimit fields where there are limits. */
    public List<Header> headers() {
        return List.of();
    }

    /** The adapter tells how the handler ended. The first call counts. */
    public void completed(Outcome outcome) {}
}
