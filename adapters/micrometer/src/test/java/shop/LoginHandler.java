package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.annotations.LoginProtected;
import java.io.IOException;

/** An endpoint of the tests. */
@LoginProtected(account = "/user")
public final class LoginHandler implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(401, -1);
        exchange.close();
    }
}
