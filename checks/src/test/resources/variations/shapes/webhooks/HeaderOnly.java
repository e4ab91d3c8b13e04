package webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class HeaderOnly implements HttpHandler {

    private final SecretKeySpec key;
    private final Clock clock;

    HeaderOnly(SecretKeySpec key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String time = exchange.getRequestHeaders().getFirst("X-Time");
        String signature = exchange.getRequestHeaders().getFirst("X-Signature");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 401;
        try {
            if (Math.abs(clock.millis() - Long.parseLong(time)) < 120_000) {
                String canonical = exchange.getRequestMethod() + "\n" + exchange.getRequestURI() + "\n" + time;
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                byte[] own = mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)); // BUG: SignatureOmitsBody
                if (MessageDigest.isEqual(own, HexFormat.of().parseHex(signature))) {
                    apply(body);
                    status = 204;
                }
            }
        } catch (GeneralSecurityException e) {
            status = 500;
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private void apply(String body) {
        System.out.println(body.length());
    }
}
