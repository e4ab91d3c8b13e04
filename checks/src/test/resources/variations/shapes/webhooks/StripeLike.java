package webhooks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Right: the time is signed, bounded, and the body is covered. */
public class StripeLike extends HttpServlet {

    private final String webhookSecret = System.getenv("WEBHOOK_SECRET");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        String timestamp = request.getHeader("X-Timestamp");
        String signature = request.getHeader("X-Signature");
        if (timestamp == null || signature == null) {
            response.setStatus(401);
            return;
        }
        long age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp));
        if (age > 300) {
            response.setStatus(401);
            return;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            byte[] expected = mac.doFinal(body); // OK: SignatureOmitsBody
            if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) { // OK: SignatureReplayable
                response.setStatus(401);
                return;
            }
            response.setStatus(204);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            response.setStatus(401); // OK: SignatureCheckBypassed
        }
    }
}
