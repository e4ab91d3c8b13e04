package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.ApiKeyProtected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with the caller and the body. */
@ApiKeyProtected(scopes = "orders:write")
final class EchoHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        JdkHttpGuards.requireAdmitted(exchange, this);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean hidden = exchange.getRequestHeaders().get("X-API-Key") == null;
        String answer = JdkHttpGuards.caller(exchange).getName() + "|"
                + exchange.getPrincipal().getName() + "|" + exchange.getAttribute(JdkHttpGuards.CALLER) + "|"
                + (hidden ? "hidden" : "shown") + "|" + body;
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
