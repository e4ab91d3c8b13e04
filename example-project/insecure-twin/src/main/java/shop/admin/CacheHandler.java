package shop.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import java.io.IOException;

class CacheHandler implements HttpHandler {

    @Override
    @ApiKeyProtected(scopes = "admin:caches")
    @RateLimited("5 per minute")
    public void handle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
