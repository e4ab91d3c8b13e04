package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.SignatureScheme;
import java.io.IOException;

/** An endpoint of the tests. */
@HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "hook")
public final class HookHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
