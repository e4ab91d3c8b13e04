package dev.keywright.adapters.spring.test;

import dev.keywright.runtime.client.StandardWebhooksSigner;
import dev.keywright.runtime.secret.SecretValue;
import dev.keywright.runtime.signature.GithubScheme;
import dev.keywright.runtime.signature.ShopifyScheme;
import dev.keywright.runtime.signature.SlackScheme;
import dev.keywright.runtime.signature.StandardWebhooksScheme;
import dev.keywright.runtime.signature.StripeScheme;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;

/** A body as each of the senders of webhooks would sign it. */
final class WebhookSignatures {

    private WebhookSignatures() {}

    /** The headers of all of them. They stand in each other's way as little as they do in {@code @AnyOf}. */
    static Map<String, String> headers(SecretValue secret, InstantSource clock, byte[] body) {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        String delivery = UUID.randomUUID().toString();
        Map<String, String> headers = new LinkedHashMap<>(standard(secret, clock, delivery, body));
        headers.put(StripeScheme.SIGNATURE, "t=" + seconds + ",v1=" + hex(mac(secret, seconds + ".", body)));
        headers.put(SlackScheme.TIMESTAMP, seconds);
        headers.put(SlackScheme.SIGNATURE, SlackScheme.PREFIX + hex(mac(secret, "v0:" + seconds + ":", body)));
        headers.put(GithubScheme.SIGNATURE, GithubScheme.PREFIX + hex(mac(secret, "", body)));
        headers.put(GithubScheme.DELIVERY, delivery);
        headers.put(ShopifyScheme.SIGNATURE, Base64.getEncoder().encodeToString(mac(secret, "", body)));
        headers.put(ShopifyScheme.DELIVERY, delivery);
        return headers;
    }

    /** Nothing for a secret that Standard Webhooks does not take: then the endpoint is not one of theirs. */
    private static Map<String, String> standard(SecretValue secret, InstantSource clock, String delivery, byte[] body) {
        String text = secret.isText()
                ? new String(secret.bytes(), StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(secret.bytes());
        try {
            if (StandardWebhooksScheme.key(text).length >= StandardWebhooksScheme.SHORTEST_SECRET) {
                return new StandardWebhooksSigner(text, clock).headers(delivery, body);
            }
        } catch (IllegalArgumentException e) {
            // Not base64.
        }
        return Map.of();
    }

    private static byte[] mac(SecretValue secret, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret.hmacSha256Key());
            mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
