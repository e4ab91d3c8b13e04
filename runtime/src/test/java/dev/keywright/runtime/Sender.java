package dev.keywright.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the senders of webhooks sign, written from their documentation and not from the runtime. */
enum Sender {
    STANDARD_WEBHOOKS("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_ZG9ub3R1c2V0aGlzaW5wcm9kdWN0aW9uIQ==") {
        @Override
        Map<String, String> headers(byte[] body, long seconds, String id, String... secrets) {
            StringBuilder signatures = new StringBuilder();
            for (String secret : secrets) {
                byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                byte[] mac = mac(key, (id + "." + seconds + ".").getBytes(StandardCharsets.US_ASCII), body);
                signatures.append(signatures.isEmpty() ? "v1," : " v1,").append(base64(mac));
            }
            return Map.of(
                    "webhook-id", id, "webhook-timestamp", "" + seconds, "webhook-signature", signatures.toString());
        }
    },
    STRIPE("whsec_1f0bd2a1e04c4cd6b3cc4a1e5dd52a60", "whsec_ffff0000ffff0000ffff0000ffff0000") {
        @Override
        Map<String, String> headers(byte[] body, long seconds, String id, String... secrets) {
            StringBuilder header = new StringBuilder("t=" + seconds);
            for (String secret : secrets) {
                byte[] mac = mac(utf8(secret), (seconds + ".").getBytes(StandardCharsets.US_ASCII), body);
                header.append(",v1=").append(HexFormat.of().formatHex(mac));
            }
            return Map.of("Stripe-Signature", header.toString());
        }
    },
    SLACK("8f742231b10e8888abcd99yyyzzz85a5", "0f742231b10e8888abcd99yyyzzz85a5") {
        @Override
        Map<String, String> headers(byte[] body, long seconds, String id, String... secrets) {
            byte[] mac = mac(utf8(secrets[0]), utf8("v0:" + seconds + ":"), body);
            return Map.of(
                    "X-Slack-Request-Timestamp",
                    "" + seconds,
                    "X-Slack-Signature",
                    "v0=" + HexFormat.of().formatHex(mac));
        }
    },
    GITHUB("a-secret-for-github", "another-secret-for-github") {
        @Override
        Map<String, String> headers(byte[] body, long seconds, String id, String... secrets) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac(utf8(secrets[0]), body)));
            headers.put("X-GitHub-Delivery", id);
            return headers;
        }
    },
    SHOPIFY("hush-hush-hush-hush-hush-hush-hush", "shop-shop-shop-shop-shop-shop-shop") {
        @Override
        Map<String, String> headers(byte[] body, long seconds, String id, String... secrets) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-Shopify-Hmac-Sha256", base64(mac(utf8(secrets[0]), body)));
            headers.put("X-Shopify-Webhook-Id", id);
            return headers;
        }
    };

    final String first;
    final String second;

    Sender(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /** The headers of a signature under each of the secrets; under the first alone where the scheme carries one only. */
    abstract Map<String, String> headers(byte[] body, long seconds, String id, String... secrets);

    boolean isDated() {
        return this != GITHUB && this != SHOPIFY;
    }

    boolean carriesSeveral() {
        return this == STANDARD_WEBHOOKS || this == STRIPE;
    }

    /** The header that holds the signature. */
    String signatureHeader() {
        return headers(new byte[0], 1, "id", first).keySet().stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("signature") || name.contains("Hmac"))
                .findFirst()
                .orElseThrow();
    }

    /** The header that holds the delivery's id without its being signed; empty when there is none. */
    List<String> unsignedHeaders() {
        return switch (this) {
            case GITHUB -> List.of("X-GitHub-Delivery");
            case SHOPIFY -> List.of("X-Shopify-Webhook-Id");
            default -> List.of();
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] mac(byte[] key, byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(all.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
