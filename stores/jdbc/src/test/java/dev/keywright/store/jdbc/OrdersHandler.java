package dev.keywright.store.jdbc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.annotations.ApiKeyProtected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with the caller. */
@ApiKeyProtected(scopes = "orders:write")
final class OrdersHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        JdkHttpGuards.requireAdmitted(exchange, this);
        byte[] answer = JdkHttpGuards.caller(exchange).getName().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
