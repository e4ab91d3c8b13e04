package dev.keywright.runtime.client;

import dev.keywright.runtime.signature.CanonicalScheme;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests under the CANONICAL scheme, for {@link java.net.http.HttpClient} and others. Safe for use by many threads.
 *
 * <pre>{@code
 * byte[] body = json.getBytes(UTF_8);
 * HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
 * signer.sign(request, "POST", uri, "application/json", body);
 * client.send(request.method("POST", BodyPublishers.ofByteArray(body)).build(), …);
 * }</pre>
 */
public final class CanonicalSigner {

    private final String keyId;
    private final SecretKeySpec key;
    private final InstantSource clock;

    /**
     * A signer.
     *
     * @param keyId the id of the secret's value, sent with each request
     * @param secret the secret; copied
     */
    public CanonicalSigner(String keyId, byte[] secret) {
        this(keyId, secret, InstantSource.system());
    }

    /** As {@link #CanonicalSigner(String, byte[])}, with a clock. */
    public CanonicalSigner(String keyId, byte[] secret, InstantSource clock) {
        this.keyId = keyId;
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.clock = clock;
    }

    /**
     * Adds the four headers of a signature with a fresh nonce. Sign again before sending again.
     *
     * @param contentType the value of the Content-Type header that the request carries; null when it carries none
     * @param body the bytes that the request sends; empty for none
     */
    public HttpRequest.Builder sign(
            HttpRequest.Builder request, String method, URI uri, @Nullable String contentType, byte[] body) {
        headers(method, uri, contentType, body).forEach(request::header);
        return request;
    }

    /** The four headers of a signature with a fresh nonce, for any client. */
    public Map<String, String> headers(String method, URI uri, @Nullable String contentType, byte[] body) {
        String nonce = Nonces.fresh();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        try {
            byte[] bodyDigest = MessageDigest.getInstance("SHA-256").digest(body);
            CanonicalScheme form = new CanonicalScheme();
            if (!form.write(
                    keyId,
                    method,
                    CanonicalScheme.normalizeAuthority(uri.getRawAuthority()),
                    path,
                    uri.getRawQuery(),
                    contentType,
                    timestamp,
                    nonce,
                    bodyDigest)) {
                throw new IllegalArgumentException(
                        "The request's method, target or content type holds a character that cannot be signed.");
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(form.buffer(), 0, form.length());
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put(CanonicalScheme.KEY_ID, keyId);
            headers.put(CanonicalScheme.TIMESTAMP, timestamp);
            headers.put(CanonicalScheme.NONCE, nonce);
            headers.put(CanonicalScheme.SIGNATURE, Base64.getEncoder().encodeToString(mac.doFinal()));
            return headers;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256 and HmacSHA256", e);
        }
    }
}
