package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import java.util.List;

/** The exchange is refused. The adapter sends this answer as it is and does not run the handler. Immutable. */
public final class Denied implements Verdict {

    private final int status;
    private final List<Header> headers;
    private final byte[] body;
    private final boolean closeConnection;
    private final Reason reason;

    Denied(int status, List<Header> headers, byte[] body, boolean closeConnection, Reason reason) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.closeConnection = closeConnection;
        this.reason = reason;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers to send, {@code Content-Type} and the request id included; not {@code Content-Length}. */
    public List<Header> headers() {
        return headers;
    }

    /** The body, {@code application/problem+json} (RFC 9457). Leave it out of an answer to HEAD. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether the connection must be closed after the answer, because the request's body was left unread. */
    public boolean closeConnection() {
        return closeConnection;
    }

    /** The precise reason, for logs and metrics; it must not reach the caller. */
    public Reason reason() {
        return reason;
    }

    @Override
    public String toString() {
        return "Denied[" + status + " " + reason + "]";
    }
}
