package dev.keywright.adapters.servlet;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.body.StreamBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** A servlet request's body: captured at most once, and only while nobody else has begun to read it. */
final class CapturedBody implements Exchange.Body {

    private final HttpServletRequest request;
    private final StreamBody body;
    private boolean touched;
    private boolean released;

    CapturedBody(HttpServletRequest request, Keywright keywright) {
        this.request = request;
        // Containers bound a single read by their connection timeout, so a read that blocks needs no alarm.
        this.body = new StreamBody(
                this::open, request.getContentLengthLong(), keywright.bodyBudget(), keywright.bodyReadTimeout(), null);
    }

    private InputStream open() throws IOException {
        touched = true;
        return request.getInputStream();
    }

    @Override
    public byte[] capture(long limitBytes) throws IOException {
        if (!body.isCaptured() && touched) {
            throw new IOException(Messages.bodyAlreadyRead());
        }
        if (released) {
            throw new IOException(Messages.bodyLetGo());
        }
        return body.capture(limitBytes);
    }

    @Override
    public boolean isCaptured() {
        return body.isCaptured();
    }

    /** The captured bytes. */
    byte[] bytes() throws IOException {
        if (released) {
            throw new IOException(Messages.bodyLetGo());
        }
        return body.bytes();
    }

    /** Somebody reads the container's stream: from now on nothing can be captured. */
    void touch() {
        touched = true;
    }

    /** Gives the bytes back to the budget. */
    void release() {
        released = true;
        body.close();
    }
}
