package dev.keywright.runtime.client;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.signature.StandardWebhooksScheme;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks under Standard Webhooks, for {@link java.net.http.HttpClient} and others. Safe for use by many threads.
 *
 * <pre>{@code
 * HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
 * signer.sign(request, "msg_" + orderId, body);
 * client.send(request.method("POST", BodyPublishers.ofByteArray(body)).build(), …);
 * }</pre>
 */
public final class StandardWebhooksSigner {

    private final SecretKeySpec key;
    private final InstantSource clock;

    /**
     * A signer.
     *
     * @param secret base64, with or without {@code whsec_} before it
     * @throws IllegalArgumentException when it is not base64, or shorter than the specification's 24 bytes
     */
    public StandardWebhooksSigner(String secret) {
        this(secret, InstantSource.system());
    }

    /** As {@link #StandardWebhooksSigner(String)}, with a clock. */
    public StandardWebhooksSigner(String secret, InstantSource clock) {
        byte[] bytes = StandardWebhooksScheme.key(secret);
        if (bytes.length < StandardWebhooksScheme.SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "A secret of Standard Webhooks has at least " + StandardWebhooksScheme.SHORTEST_SECRET + " bytes.");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
        this.clock = clock;
    }

    /**
     * Adds the three headers of a signature.
     *
     * @param id the message's id, the same for each retry: 1 to 128 visible ASCII characters, none of them a dot
     * @param body the bytes that the request sends
     * @throws IllegalArgumentException when the id has another form
     */
    public HttpRequest.Builder sign(HttpRequest.Builder request, String id, byte[] body) {
        headers(id, body).forEach(request::header);
        return request;
    }

    /** The three headers of a signature, for any client. */
    public Map<String, String> headers(String id, byte[] body) {
        boolean visible = id.chars().allMatch(c -> c > ' ' && c < 127 && c != '.');
        if (!visible || id.isEmpty() || id.length() > 128) {
            throw new IllegalArgumentException(
                    "The id of a webhook is 1 to 128 visible ASCII characters, none of them a dot.");
        }
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Mac mac = Digests.hmacSha256(key);
        mac.update(StandardWebhooksScheme.prefix(id, timestamp));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(StandardWebhooksScheme.ID, id);
        headers.put(StandardWebhooksScheme.TIMESTAMP, timestamp);
        headers.put(StandardWebhooksScheme.SIGNATURE, StandardWebhooksScheme.VERSION_1 + signature);
        return headers;
    }
}
