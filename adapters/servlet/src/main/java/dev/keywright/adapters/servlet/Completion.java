package dev.keywright.adapters.servlet;

import dev.keywright.runtime.Outcome;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tells a passage how its request ended: when the dispatch returns, or, if the handler went on asynchronously, when the
 * container says that all is done.
 */
public final class Completion implements AsyncListener {

    private final Passage passage;
    private volatile boolean failed;

    /** Watches over one dispatch. */
    public Completion(Passage passage) {
        this.passage = passage;
    }

    /** The handler threw. */
    public void failed() {
        failed = true;
    }

    /** The dispatch has returned. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        if (!failed && request.isAsyncStarted()) {
            try {
                request.getAsyncContext().addListener(this, request, response);
                return;
            } catch (IllegalStateException e) {
                // It ended in this very moment.
                failed = false;
            }
        }
        complete(response);
    }

    private void complete(HttpServletResponse response) {
        passage.completed(failed ? Outcome.FAILED : Outcome.ofStatus(response.getStatus()));
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (event.getSuppliedResponse() instanceof HttpServletResponse response) {
            complete(response);
        } else {
            passage.completed(Outcome.FAILED);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // Whoever handles the timeout sets a status; onComplete follows in any case.
    }

    @Override
    public void onError(AsyncEvent event) {
        failed = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
    }
}
