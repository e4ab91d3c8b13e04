package webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Two verifiers that sign only what they like of a request with a body. */
final class Parameters {

    private final SecretKey key;

    Parameters(SecretKey key) {
        this.key = key;
    }

    boolean verifyPath(HttpServletRequest request) throws Exception {
        byte[] body = request.getInputStream().readAllBytes();
        String time = request.getHeader("X-Time");
        if (Math.abs(System.currentTimeMillis() - Long.parseLong(time)) > 60_000) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        String text = request.getMethod() + request.getRequestURI() + time + body.length;
        byte[] own = mac.doFinal(text.getBytes(StandardCharsets.UTF_8)); // BUG: SignatureOmitsBody
        return MessageDigest.isEqual(own, Base64.getDecoder().decode(request.getHeader("X-Signature")));
    }

    boolean verifyDigest(HttpServletRequest request) throws Exception {
        byte[] body = request.getInputStream().readAllBytes();
        String time = request.getHeader("X-Time");
        if (Math.abs(System.currentTimeMillis() - Long.parseLong(time)) > 60_000) {
            return false;
        }
        String digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        String text = request.getMethod() + request.getRequestURI() + time + digest;
        byte[] own = mac.doFinal(text.getBytes(StandardCharsets.UTF_8)); // OK: SignatureOmitsBody
        return MessageDigest.isEqual(own, Base64.getDecoder().decode(request.getHeader("X-Signature"))); // OK: SignatureReplayable
    }

    boolean verifyGet(HttpServletRequest request) throws Exception {
        Map<String, String[]> sorted = new TreeMap<>(request.getParameterMap());
        String[] signature = sorted.remove("sig");
        String time = request.getParameter("time");
        if (Math.abs(System.currentTimeMillis() - Long.parseLong(time)) > 60_000) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        sorted.forEach((name, values) -> text.append(name).append('=').append(values[0]).append('\n'));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] own = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)); // OK: SignatureOmitsBody
        return MessageDigest.isEqual(own, Base64.getDecoder().decode(signature[0])); // OK: SignatureReplayable
    }
}
