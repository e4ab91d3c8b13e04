package dev.keywright.benchmarks;

import dev.keywright.runtime.client.CanonicalSigner;
import dev.keywright.runtime.client.Rfc9421Signer;
import dev.keywright.runtime.client.StandardWebhooksSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes signed requests of one scheme under one secret. */
final class SignedRequests {

    static final byte[] BODY = new byte[1024];

    private static final URI TARGET = URI.create("https://localhost/orders");
    private static final String TYPE = "application/json";
    /** The length of CANONICAL's form of these requests. */
    private static final int CANONICAL_LENGTH = 24 + 2 + 5 + 10 + 8 + 1 + 17 + 11 + 25 + 64;

    private final Mechanism scheme;
    private final byte[] secret;
    private final long now = System.currentTimeMillis() / 1_000;

    SignedRequests(Mechanism scheme, byte[] secret) {
        this.scheme = scheme;
        this.secret = secret;
    }

    /** The secret as an application would configure it. */
    String configured() {
        String text = new String(secret, StandardCharsets.UTF_8);
        return scheme == Mechanism.STANDARD_WEBHOOKS ? webhookSecret() : "a=" + text;
    }

    private String webhookSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** Whether the body's digest is part of the signed text; otherwise the body itself is. */
    boolean digestsBody() {
        return scheme == Mechanism.CANONICAL || scheme == Mechanism.RFC_9421;
    }

    boolean comesOnce() {
        return scheme != Mechanism.GITHUB && scheme != Mechanism.SHOPIFY;
    }

    RecordedExchange right(int number) {
        return request(number, secret);
    }

    RecordedExchange wrong(int number) {
        return request(number, Application.randomSecret());
    }

    private RecordedExchange request(int number, byte[] key) {
        RecordedExchange request = new RecordedExchange("POST", BODY);
        request.header("Content-Type", TYPE);
        headers(number, key).forEach(request::header);
        return request;
    }

    private Map<String, String> headers(int number, byte[] key) {
        // One second each, so that no text is signed twice.
        long time = now - number;
        return switch (scheme) {
            case CANONICAL -> new CanonicalSigner("a", key).headers("POST", TARGET, TYPE, BODY);
            case RFC_9421 -> new Rfc9421Signer("a", key).headers("POST", TARGET, TYPE, BODY);
            case STANDARD_WEBHOOKS ->
                new StandardWebhooksSigner(Base64.getEncoder().encodeToString(key))
                        .headers("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W" + number, BODY);
            case STRIPE -> Map.of("Stripe-Signature", "t=" + time + ",v1=" + hex(mac(key, time + ".")));
            case SLACK ->
                Map.of(
                        "X-Slack-Signature",
                        "v0=" + hex(mac(key, "v0:" + time + ':')),
                        "X-Slack-Request-Timestamp",
                        Long.toString(time));
            case GITHUB -> Map.of("X-Hub-Signature-256", "sha256=" + hex(mac(key, "")));
            case SHOPIFY -> Map.of("X-Shopify-Hmac-Sha256", Base64.getEncoder().encodeToString(mac(key, "")));
            default -> throw new IllegalStateException(scheme + " is no signature");
        };
    }

    private static byte[] mac(byte[] key, String prefix) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(BODY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Bytes as many as the scheme signs, less the body where that is signed itself. */
    byte[] signedText() {
        Map<String, String> headers = headers(0, secret);
        return switch (scheme) {
            case CANONICAL -> new byte[CANONICAL_LENGTH];
            case RFC_9421 -> rfc9421(headers);
            case STANDARD_WEBHOOKS -> (headers.get("webhook-id") + '.' + now + '.').getBytes(StandardCharsets.US_ASCII);
            case STRIPE -> (now + ".").getBytes(StandardCharsets.US_ASCII);
            case SLACK -> ("v0:" + now + ':').getBytes(StandardCharsets.US_ASCII);
            default -> new byte[0];
        };
    }

    private static byte[] rfc9421(Map<String, String> headers) {
        String base = "\"@method\": POST\n\"@target-uri\": " + TARGET + "\n\"content-type\": " + TYPE
                + "\n\"content-digest\": " + headers.get("Content-Digest") + "\n\"@signature-params\": "
                + headers.get("Signature-Input").substring("sig=".length());
        return base.getBytes(StandardCharsets.US_ASCII);
    }
}
