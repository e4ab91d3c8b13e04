package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import java.io.IOException;

/** An endpoint of the tests. */
@ApiKeyProtected(scopes = "orders:read")
@RateLimited("100000 per minute")
public final class KeyHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
