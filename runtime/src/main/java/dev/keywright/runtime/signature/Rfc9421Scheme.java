package dev.keywright.runtime.signature;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * The RFC_9421 scheme: HTTP Message Signatures with {@code hmac-sha256}, and Content-Digest (RFC 9530).
 *
 * <p>A signature covers at least {@code @method}; {@code @target-uri}, or {@code @authority} with {@code @path} and
 * {@code @query}; and {@code content-digest} when there is a body. It has the parameters {@code created}, {@code keyid} and
 * {@code nonce} (16 to 128 visible ASCII characters, admitted once), and may have {@code expires}, {@code tag} and
 * {@code alg="hmac-sha256"}. Whatever else it covers is verified too.
 *
 * <pre>{@code
 * Content-Digest: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:
 * Signature-Input: sig=("@method" "@target-uri" "content-digest");created=1790000000;keyid="a";nonce="b3k2pp5k7z-50gnw"
 * Signature: sig=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:
 * }</pre>
 */
public final class Rfc9421Scheme {

    /** The name in annotations. */
    public static final String NAME = "RFC_9421";
    /** Carries what each signature covers. */
    public static final String SIGNATURE_INPUT = "Signature-Input";
    /** Carries the signatures. */
    public static final String SIGNATURE = "Signature";
    /** Carries digests of the body (RFC 9530). */
    public static final String CONTENT_DIGEST = "Content-Digest";
    /** The one algorithm (RFC 9421, section 3.3.3). */
    public static final String ALGORITHM = "hmac-sha256";

    private Rfc9421Scheme() {}

    /** The value of Content-Digest for a body, with sha-256. */
    public static String contentDigest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ':';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * What {@code @target-uri} stands for: scheme and authority in lower case, without the scheme's default port; path and
     * query as they are (RFC 9421, section 2.2.2).
     */
    public static String targetUri(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery();
        return scheme + "://" + authority(scheme, uri.getRawAuthority()) + path + query;
    }

    /** An authority in lower case, without the default port of a scheme (RFC 9421, section 2.2.3). */
    public static String authority(String scheme, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        String port = scheme.equals("https") ? ":443" : ":80";
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }
}
