package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import dev.keywright.runtime.Admitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the handler of an admitted request sees: the captured body, the caller as principal and attribute, and attributes of
 * its own. The JDK keeps attributes in the context, where concurrent requests overwrite each other's; a caller must not
 * stand there.
 */
final class AdmittedExchange extends HttpExchange {

    private final HttpExchange exchange;
    private final Admitted admitted;
    private final Headers requestHeaders;
    private final Map<String, @Nullable Object> attributes = new HashMap<>();
    private @Nullable InputStream input;
    private @Nullable OutputStream output;

    AdmittedExchange(HttpExchange exchange, Admitted admitted, Headers requestHeaders, byte @Nullable [] body) {
        this.exchange = exchange;
        this.admitted = admitted;
        this.requestHeaders = requestHeaders;
        this.input = body == null ? null : new ByteArrayInputStream(body);
        attributes.put(JdkHttpGuards.CALLER, admitted.caller());
    }

    Admitted admitted() {
        return admitted;
    }

    @Override
    public Headers getRequestHeaders() {
        return requestHeaders;
    }

    @Override
    public Headers getResponseHeaders() {
        return exchange.getResponseHeaders();
    }

    @Override
    public URI getRequestURI() {
        return exchange.getRequestURI();
    }

    @Override
    public String getRequestMethod() {
        return exchange.getRequestMethod();
    }

    @Override
    public HttpContext getHttpContext() {
        return exchange.getHttpContext();
    }

    @Override
    public void close() {
        exchange.close();
    }

    @Override
    public InputStream getRequestBody() {
        return input == null ? exchange.getRequestBody() : input;
    }

    @Override
    public OutputStream getResponseBody() {
        return output == null ? exchange.getResponseBody() : output;
    }

    @Override
    public void sendResponseHeaders(int status, long responseLength) throws IOException {
        exchange.sendResponseHeaders(status, responseLength);
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return exchange.getRemoteAddress();
    }

    @Override
    public int getResponseCode() {
        return exchange.getResponseCode();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return exchange.getLocalAddress();
    }

    @Override
    public String getProtocol() {
        return exchange.getProtocol();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.containsKey(name) ? attributes.get(name) : exchange.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        attributes.put(name, value);
    }

    @Override
    public void setStreams(@Nullable InputStream in, @Nullable OutputStream out) {
        input = in == null ? input : in;
        output = out == null ? output : out;
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
        return admitted.caller().isAnonymous()
                ? exchange.getPrincipal()
                : new HttpPrincipal(admitted.caller().getName(), "keywright");
    }
}
