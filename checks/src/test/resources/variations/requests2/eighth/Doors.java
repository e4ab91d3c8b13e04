package requests.eighth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.FilterChain;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Filters that sign less than the request, and addresses that callers write. */
final class Doors {

    private final Map<String, Instant> history = new HashMap<>();
    private final Set<String> trustedIps = new HashSet<>();
    private final String secret;

    Doors(String secret) {
        this.secret = secret;
    }

    /** A text that is called the payload, and is not. */
    void payloadOfLine(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
        String time = request.getHeader("X-Timestamp");
        if (Math.abs(System.currentTimeMillis() - Long.parseLong(time)) > 300_000) {
            response.sendError(401);
            return;
        }
        String payload = time + "\n" + request.getMethod() + "\n" + request.getRequestURI();
        String expected = hmac(payload); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected.getBytes(), request.getHeader("X-Signature").getBytes())) {
            response.sendError(401);
            return;
        }
        chain.doFilter(request, response);
    }

    void payloadOfAll(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
        String time = request.getHeader("X-Timestamp");
        if (Math.abs(System.currentTimeMillis() - Long.parseLong(time)) > 300_000) {
            response.sendError(401);
            return;
        }
        String payload = time + "\n" + request.getMethod() + "\n" + request.getRequestURI() + "\n" + sent(request);
        String expected = hmac(payload);
        if (!MessageDigest.isEqual(expected.getBytes(), request.getHeader("X-Signature").getBytes())) {
            response.sendError(401);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Only the headers are signed. */
    void headersOnly(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
        String time = request.getHeader("timestamp");
        if (Math.abs(System.currentTimeMillis() - Long.parseLong(time)) > 300_000) {
            response.sendError(401);
            return;
        }
        Map<String, String> signed = new TreeMap<>();
        signed.put("app", request.getHeader("app"));
        signed.put("timestamp", request.getHeader("timestamp"));
        String expected = Partner.sign(signed, secret); // BUG: SignatureOmitsBody
        if (!MessageDigest.isEqual(expected.getBytes(), request.getHeader("sign").getBytes())) {
            response.sendError(401);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String sent(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The map is called after what it holds; the method says what it is for. */
    void rateLimit(HttpServletRequest request) {
        String from = request.getHeader("X-Forwarded-For");
        Instant last = history.get(from); // BUG: SpoofableClientAddress
        if (last != null && last.plusSeconds(5).isAfter(Instant.now())) {
            throw new IllegalStateException("too many");
        }
        history.put(from, Instant.now());
    }

    Instant lastSeen(HttpServletRequest request) {
        return history.get(request.getHeader("X-Forwarded-For"));
    }

    /** Trusted are the callers here, and each of them writes his address himself. */
    boolean isLocal(HttpServletRequest request) {
        String from = request.getHeader("X-Forwarded-For").split(",")[0];
        return trustedIps.contains(from); // BUG: SpoofableClientAddress
    }

    /** Trusted is the proxy, by its own address. */
    boolean isLocalBehindProxy(HttpServletRequest request) {
        String from = request.getRemoteAddr();
        if (trustedIps.contains(from)) {
            from = request.getHeader("X-Forwarded-For").split(",")[0];
        }
        return "127.0.0.1".equals(from);
    }
}
