package shop.payments;

import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefundWebhook {

    private final String webhookSecret;
    private String lastRefund = "";

    RefundWebhook(@Value("${refunds.webhook-secret}") String webhookSecret) {
        this.webhookSecret = webhookSecret;
    }

    @PostMapping("/webhooks/refunds")
    @PublicEndpoint(reason = "checks the provider's signature itself")
    @RateLimited(value = "600 per minute", by = LimitBy.ADDRESS)
    ResponseEntity<Void> refunded(
            @RequestHeader("X-Signature") String signature,
            @RequestHeader("X-Timestamp") String timestamp,
            @RequestBody String body)
            throws GeneralSecurityException {
        if (Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(timestamp)) > 300) {
            return ResponseEntity.status(401).build();
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
        byte[] expected = mac.doFinal(); // DEFECT: SignatureOmitsBody
        if (!MessageDigest.isEqual(HexFormat.of().parseHex(signature), expected)) {
            return ResponseEntity.status(401).build();
        }
        lastRefund = body;
        return ResponseEntity.ok().build();
    }
}
