package nodes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import java.io.IOException;

/** Takes signed requests. */
final class HookHandler implements HttpHandler {

    @Override
    @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "hook")
    @RateLimited(value = "1000000 per minute", by = LimitBy.GLOBAL)
    public void handle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
