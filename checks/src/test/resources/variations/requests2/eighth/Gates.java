package requests.eighth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Filters in whose class other methods put the text together and look at the clock. */
final class Gates {

    private final String secret;

    Gates(String secret) {
        this.secret = secret;
    }

    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
        if (!inTime(request) || !signed(request)) {
            response.sendError(401);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean inTime(HttpServletRequest request) {
        long sent = Long.parseLong(request.getHeader("X-Timestamp"));
        return Math.abs(System.currentTimeMillis() - sent) < 300_000;
    }

    private boolean signed(HttpServletRequest request) throws Exception {
        String signature = request.getHeader("X-Signature");
        String expected = hmac(line(request)); // BUG: SignatureOmitsBody
        return signature.equals(expected);
    }

    private boolean wholeSigned(HttpServletRequest request) throws Exception {
        String signature = request.getHeader("X-Signature");
        String expected = hmac(whole(request));
        return signature.equals(expected);
    }

    private String line(HttpServletRequest request) {
        StringBuilder text = new StringBuilder();
        text.append(request.getMethod()).append('\n');
        text.append(request.getRequestURI()).append('\n');
        text.append(request.getHeader("X-Timestamp"));
        return text.toString();
    }

    private String whole(HttpServletRequest request) throws IOException {
        return line(request) + new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    boolean plainHash(HttpServletRequest request) throws Exception {
        if (!inTime(request)) {
            return false;
        }
        String own = Hashes.md5Of(request.getMethod() + request.getRequestURI() + request.getHeader("X-Timestamp")); // BUG: SignatureOmitsBody
        return own.equals(request.getHeader("sign"));
    }

    /** The hash of a page beside the one that the browser has: no signature. */
    boolean unchanged(HttpServletRequest request, String page) {
        return Hashes.md5Of(request.getRequestURI() + page).equals(request.getHeader("If-None-Match"));
    }
}
