package dev.keywright.adapters.servlet;

import dev.keywright.runtime.Exchange;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A servlet request as the container received it. Wrappers that earlier filters put around it are looked through: what a
 * forwarding header, a method override or a forward made of the request is not what the client sent, and not what it signed.
 */
final class ServletExchange implements Exchange {

    private final HttpServletRequest received;
    private final @Nullable String path;
    private final @Nullable String query;
    private final Body body;

    /**
     * Describes a request.
     *
     * @param request the request, wrapped or not
     * @param body its body
     */
    ServletExchange(HttpServletRequest request, Body body) {
        this.received = innermost(request);
        // Undertow's own request changes with a forward.
        this.path = received.getRequestURI();
        this.query = received.getQueryString();
        this.body = body;
    }

    /** The container's own request under all wrappers. */
    static HttpServletRequest innermost(HttpServletRequest request) {
        ServletRequest current = request;
        while (current instanceof ServletRequestWrapper wrapper) {
            current = wrapper.getRequest();
        }
        return current instanceof HttpServletRequest http ? http : request;
    }

    @Override
    public String method() {
        return received.getMethod();
    }

    @Override
    public String rawPath() {
        return path == null || path.isEmpty() ? "/" : path;
    }

    @Override
    public @Nullable String rawQuery() {
        return query;
    }

    @Override
    public List<String> headers(String name) {
        Enumeration<String> values = received.getHeaders(name);
        return values == null ? List.of() : Collections.list(values);
    }

    @Override
    public InetAddress peer() {
        return PeerAddress.parse(received.getRemoteAddr());
    }

    @Override
    public boolean secure() {
        return received.isSecure();
    }

    @Override
    public @Nullable String authority() {
        List<String> hosts = headers("Host");
        if (hosts.isEmpty() && isBinary(received.getProtocol())) {
            return pseudoHeader();
        }
        return hosts.size() == 1 ? hosts.get(0) : null;
    }

    /** HTTP/2 and 3, where {@code :authority} stands in for Host and some containers make no header of it. */
    private static boolean isBinary(@Nullable String protocol) {
        return protocol != null && (protocol.startsWith("HTTP/2") || protocol.startsWith("HTTP/3"));
    }

    /** {@code :authority} as the container has read it; signatures leave out a default port, too. */
    private @Nullable String pseudoHeader() {
        String name = received.getServerName();
        int port = received.getServerPort();
        boolean usual = port <= 0 || port == (received.isSecure() ? 443 : 80);
        return name == null || name.isEmpty() ? null : usual ? name : name + ':' + port;
    }

    @Override
    public Body body() {
        return body;
    }
}
