package nodes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import java.io.IOException;

/** A hundred calls a day for each key, over all nodes. */
@ApiKeyProtected
@RateLimited("100 per day")
final class OrdersHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
