package dev.keywright.adapters.jwt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.annotations.BearerProtected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with the caller. */
@BearerProtected(scopes = "orders:read")
final class OrdersHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] answer = JdkHttpGuards.caller(exchange).toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
