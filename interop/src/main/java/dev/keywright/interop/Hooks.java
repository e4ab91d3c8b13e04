package dev.keywright.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.adapters.jdkhttp.JdkHttpGuards;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import dev.keywright.runtime.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The endpoints. Each answers with what its handler learnt of the caller, and the length of the body that it read. */
final class Hooks {

    private Hooks() {}

    /** The default scheme. */
    static final class Messages implements HttpHandler {
        @Override
        @HmacSigned(secret = "messages")
        @RateLimited("6000 per minute")
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange);
        }
    }

    /** Our own scheme. */
    static final class Canonical implements HttpHandler {
        @Override
        @HmacSigned(secret = "canonical", scheme = SignatureScheme.CANONICAL)
        @RateLimited("6000 per minute")
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange);
        }
    }

    /** Standard Webhooks. */
    static final class StandardWebhooks implements HttpHandler {
        @Override
        @HmacSigned(secret = "standard-webhooks", scheme = SignatureScheme.STANDARD_WEBHOOKS)
        @RateLimited("6000 per minute")
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange);
        }
    }

    /** Stripe. */
    static final class Stripe implements HttpHandler {
        @Override
        @HmacSigned(secret = "stripe", scheme = SignatureScheme.STRIPE)
        @RateLimited("6000 per minute")
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange);
        }
    }

    /** Slack. */
    static final class Slack implements HttpHandler {
        @Override
        @HmacSigned(secret = "slack", scheme = SignatureScheme.SLACK)
        @RateLimited("6000 per minute")
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange);
        }
    }

    /** GitHub, which cannot tell a delivery that comes again. */
    static final class Github implements HttpHandler {
        @Override
        @HmacSigned(secret = "github", scheme = SignatureScheme.GITHUB, replayAcknowledged = true)
        @RateLimited("6000 per minute")
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange);
        }
    }

    /** Shopify, likewise. */
    static final class Shopify implements HttpHandler {
        @Override
        @HmacSigned(secret = "shopify", scheme = SignatureScheme.SHOPIFY, replayAcknowledged = true)
        @RateLimited("6000 per minute")
        public void handle(HttpExchange exchange) throws IOException {
            JdkHttpGuards.requireAdmitted(exchange, this);
            answer(exchange);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Caller caller = JdkHttpGuards.caller(exchange);
        int length = exchange.getRequestBody().readAllBytes().length;
        String text = "admitted " + caller.keyId() + ", delivery " + caller.deliveryId() + ", " + length + " bytes";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
