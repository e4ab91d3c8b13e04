package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.runtime.Admitted;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Header;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.Outcome;
import dev.keywright.runtime.Verdict;
import java.io.IOException;

/** Asks the guard, then either answers the refusal or lets the handler see the admitted exchange. */
final class GuardedHandler implements HttpHandler {

    /** What runs after an admission. */
    @FunctionalInterface
    interface Next {
        void handle(HttpExchange exchange) throws IOException;
    }

    private final Keywright keywright;
    private final GuardedEndpoint endpoint;
    private final Next next;

    GuardedHandler(Keywright keywright, GuardedEndpoint endpoint, Next next) {
        this.keywright = keywright;
        this.endpoint = endpoint;
        this.next = next;
    }

    @Override
    @SuppressWarnings("UnprotectedEndpoint") // It is the guard's own door: what stands behind it bears the annotations.
    public void handle(HttpExchange exchange) throws IOException {
        JdkHttpExchange seen = new JdkHttpExchange(exchange, keywright);
        try (var body = seen.body()) {
            Verdict verdict = endpoint.check(seen);
            if (verdict instanceof Denied denied) {
                refuse(exchange, denied);
                return;
            }
            Admitted admitted = (Admitted) verdict;
            for (Header header : admitted.headers()) {
                exchange.getResponseHeaders().set(header.name(), header.value());
            }
            run(new AdmittedExchange(
                    exchange, admitted, requestHeaders(exchange), body.isCaptured() ? body.bytes() : null));
        }
    }

    private void run(AdmittedExchange exchange) throws IOException {
        Outcome outcome = Outcome.FAILED;
        try {
            next.handle(exchange);
            outcome = Outcome.ofStatus(exchange.getResponseCode());
        } finally {
            exchange.admitted().completed(outcome);
        }
    }

    private Headers requestHeaders(HttpExchange exchange) {
        if (!keywright.hideCredentials()) {
            return exchange.getRequestHeaders();
        }
        Headers kept = new Headers();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (endpoint.policy().credentialHeaders().stream().noneMatch(name::equalsIgnoreCase)) {
                values.forEach(value -> kept.add(name, value));
            }
        });
        return kept;
    }

    private static void refuse(HttpExchange exchange, Denied denied) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        for (Header header : denied.headers()) {
            headers.add(header.name(), header.value());
        }
        if (denied.closeConnection()) {
            // The server then neither waits for the rest of the body nor takes it for the next request.
            headers.set("Connection", "close");
        }
        byte[] body = denied.body();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        try {
            if (head) {
                headers.set("Content-Length", Integer.toString(body.length));
                exchange.sendResponseHeaders(denied.status(), -1);
            } else {
                exchange.sendResponseHeaders(denied.status(), body.length);
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            }
        } finally {
            if (denied.closeConnection()) {
                BoundedClose.close(exchange);
            } else {
                exchange.close();
            }
        }
    }

    @Override
    public String toString() {
        return "GuardedHandler[" + endpoint + "]";
    }
}
