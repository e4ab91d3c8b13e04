package webhooks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class NoTime extends HttpServlet {

    private final byte[] webhookSecret = System.getenv("WEBHOOK_SECRET").getBytes(StandardCharsets.UTF_8);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        String signature = request.getHeader("X-Acme-Signature");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(webhookSecret, "HmacSHA256"));
            byte[] expected = mac.doFinal(body);
            if (MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) { // BUG: SignatureReplayable
                response.setStatus(204);
            } else {
                response.setStatus(401);
            }
        } catch (Exception e) {
            response.setStatus(401);
        }
    }
}
