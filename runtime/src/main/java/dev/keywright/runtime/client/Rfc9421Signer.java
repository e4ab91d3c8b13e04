package dev.keywright.runtime.client;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.signature.Rfc9421Scheme;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests under the RFC_9421 scheme, for {@link java.net.http.HttpClient} and others. The signature covers method and
 * target, the Content-Type that the caller names, and Content-Digest when there is a body. Safe for use by many threads.
 *
 * <pre>{@code
 * byte[] body = json.getBytes(UTF_8);
 * HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
 * signer.sign(request, "POST", uri, "application/json", body);
 * client.send(request.method("POST", BodyPublishers.ofByteArray(body)).build(), …);
 * }</pre>
 */
public final class Rfc9421Signer {

    private static final String LABEL = "sig";

    private final String keyId;
    private final SecretKeySpec key;
    private final InstantSource clock;

    /**
     * A signer.
     *
     * @param keyId the id of the secret's value, sent with each request
     * @param secret the secret; copied
     * @throws IllegalArgumentException when the id holds a quote, a backslash or what is not visible ASCII
     */
    public Rfc9421Signer(String keyId, byte[] secret) {
        this(keyId, secret, InstantSource.system());
    }

    /** As {@link #Rfc9421Signer(String, byte[])}, with a clock. */
    public Rfc9421Signer(String keyId, byte[] secret, InstantSource clock) {
        if (!isPlain(keyId) || keyId.indexOf('"') >= 0 || keyId.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("A key id is visible ASCII without quotes and backslashes.");
        }
        this.keyId = keyId;
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.clock = clock;
    }

    /**
     * Adds the headers of a signature with a fresh nonce. Sign again before sending again.
     *
     * @param uri the whole target, as the request is sent to it
     * @param contentType the value of the Content-Type header that the request carries; null when it carries none
     * @param body the bytes that the request sends; empty for none
     * @throws IllegalArgumentException when a part holds what is not ASCII, or a line break
     */
    public HttpRequest.Builder sign(
            HttpRequest.Builder request, String method, URI uri, @Nullable String contentType, byte[] body) {
        headers(method, uri, contentType, body).forEach(request::header);
        return request;
    }

    /** The headers of a signature with a fresh nonce, for any client; Content-Digest among them when there is a body. */
    public Map<String, String> headers(String method, URI uri, @Nullable String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        StringBuilder base = new StringBuilder();
        StringBuilder covered = new StringBuilder();
        cover(base, covered, "@method", method);
        cover(base, covered, "@target-uri", Rfc9421Scheme.targetUri(uri));
        if (contentType != null) {
            cover(base, covered, "content-type", contentType.strip());
        }
        if (body.length > 0) {
            String digest = Rfc9421Scheme.contentDigest(body);
            headers.put(Rfc9421Scheme.CONTENT_DIGEST, digest);
            cover(base, covered, "content-digest", digest);
        }
        String parameters = "(" + covered + ");created=" + clock.instant().getEpochSecond() + ";keyid=\"" + keyId
                + "\";nonce=\"" + Nonces.fresh() + '"';
        base.append("\"@signature-params\": ").append(parameters);
        byte[] mac = Digests.hmacSha256(key).doFinal(base.toString().getBytes(StandardCharsets.US_ASCII));
        headers.put(Rfc9421Scheme.SIGNATURE_INPUT, LABEL + '=' + parameters);
        headers.put(Rfc9421Scheme.SIGNATURE, LABEL + "=:" + Base64.getEncoder().encodeToString(mac) + ':');
        return headers;
    }

    private static void cover(StringBuilder base, StringBuilder covered, String name, String value) {
        if (!isPlain(value)) {
            throw new IllegalArgumentException("The request's " + name + " holds a character that cannot be signed.");
        }
        covered.append(covered.isEmpty() ? "\"" : " \"").append(name).append('"');
        base.append('"').append(name).append("\": ").append(value).append('\n');
    }

    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
