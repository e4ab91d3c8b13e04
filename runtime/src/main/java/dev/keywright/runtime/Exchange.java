package dev.keywright.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came from the wire. Adapters implement it over their framework's request.
 *
 * <p>Nothing here is decoded, normalised or taken from a forwarding header: the guard itself decides what such headers are
 * worth. An exchange is used by one thread at a time.
 */
public interface Exchange {

    /** The request method as received; a HEAD request stays {@code HEAD}. */
    String method();

    /** The path exactly as received: percent-encoding kept, starting with {@code /}, without the query. */
    String rawPath();

    /** The query exactly as received, without its {@code ?}; null when the request target has no {@code ?}. */
    @Nullable
    String rawQuery();

    /**
     * All field lines of a header, in the order received, never joined.
     *
     * @param name the field name, in any case
     * @return the values, decoded as ISO-8859-1; empty when there is none
     */
    List<String> headers(String name);

    /** The address at the other end of the socket, which may be a proxy's. */
    InetAddress peer();

    /** Whether the socket itself speaks TLS. */
    boolean secure();

    /** {@code Host} or {@code :authority} as received; null when there is none. */
    @Nullable
    String authority();

    /** The request's body, which nobody has read yet. */
    Body body();

    /** A request body, read at most once and then kept for the handler. */
    interface Body {

        /**
         * Reads the whole body and keeps it, so that the handler can read it again. Later calls give the same bytes.
         *
         * @param limitBytes the most that is read; a larger {@code Content-Length} is refused before anything is read
         * @return the body; the array is shared and must not be changed
         * @throws BodyTooLargeException when there is more
         * @throws BodyTimeoutException when it did not arrive in time
         * @throws BodyBudgetException when the process holds too many captured bodies already
         * @throws IOException when reading fails
         */
        byte[] capture(long limitBytes)
                throws BodyTooLargeException, BodyTimeoutException, BodyBudgetException, IOException;

        /** Whether {@link #capture(long)} has succeeded. */
        boolean isCaptured();
    }
}
