package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.body.StreamBody;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JDK's exchange as guards see it. */
final class JdkHttpExchange implements Exchange {

    private final HttpExchange exchange;
    private final StreamBody body;

    JdkHttpExchange(HttpExchange exchange, Keywright keywright) {
        this.exchange = exchange;
        // The server knows no timeout of its own for a body that stalls; closing the connection is what ends the read.
        this.body = new StreamBody(
                exchange::getRequestBody,
                contentLength(exchange),
                keywright.bodyBudget(),
                keywright.bodyReadTimeout(),
                exchange::close);
    }

    private static long contentLength(HttpExchange exchange) {
        List<String> lengths = exchange.getRequestHeaders().get("Content-Length");
        if (lengths == null) {
            return exchange.getRequestHeaders().containsKey("Transfer-Encoding") ? -1 : 0;
        }
        try {
            return Long.parseLong(lengths.get(0).strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public String method() {
        return exchange.getRequestMethod();
    }

    @Override
    public String rawPath() {
        String path = exchange.getRequestURI().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    @Override
    public @Nullable String rawQuery() {
        return exchange.getRequestURI().getRawQuery();
    }

    @Override
    public List<String> headers(String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? List.of() : values;
    }

    @Override
    public InetAddress peer() {
        return exchange.getRemoteAddress().getAddress();
    }

    @Override
    public boolean secure() {
        return exchange instanceof HttpsExchange;
    }

    @Override
    public @Nullable String authority() {
        String target = exchange.getRequestURI().getRawAuthority();
        if (target != null) {
            // Of an absolute target the authority counts, whatever Host says (RFC 9112, section 3.2.2).
            return target;
        }
        List<String> hosts = exchange.getRequestHeaders().get("Host");
        // Two Host lines are an invalid request (RFC 9112, section 3.2); none of them is ours.
        return hosts == null || hosts.size() != 1 ? null : hosts.get(0);
    }

    @Override
    public StreamBody body() {
        return body;
    }
}
