package io.acme.more;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import play.mvc.Http;
import reactor.netty.http.server.HttpServerRequest;

public class WebhookReceiver implements HttpHandler {
    private final HookSettings settings;

    WebhookReceiver(HookSettings settings) {
        this.settings = settings;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String secret = exchange.getRequestHeaders().getFirst("X-Webhook-Secret");
        if (settings.isEnabled()) {
            if (!Objects.equals(secret, settings.getWebhookSecret())) { // BUG: TimingUnsafeComparison
                exchange.setStatusCode(401);
            }
        } else if (StringUtils.equalsIgnoreCase(settings.getLegacyToken(), secret)) { // BUG: TimingUnsafeComparison
            exchange.setStatusCode(200);
        } else if ("yes".equals(exchange.getRequestHeaders().getFirst("X-Debug"))) { // OK: TimingUnsafeComparison
            exchange.setStatusCode(202);
        }
    }

    boolean play(Http.Request request) {
        return request.header("X-Api-Key").map(k -> k.equals(settings.getApiKey())).orElse(false); // BUG: TimingUnsafeComparison
    }

    boolean netty(HttpServerRequest request) {
        return settings.getApiKey().equals(request.requestHeaders().get("X-Api-Key")); // BUG: TimingUnsafeComparison
    }
}
