package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.SignatureScheme;
import java.io.IOException;

/** Answers a signed webhook with its own body. */
final class HookHandler implements HttpHandler {

    @Override
    @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "shop-webhook", bodyLimit = "1 KiB")
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
