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
class ShippingWebhook {

    private final String webhookSecret;

    ShippingWebhook(@Value("${shipping.webhook-secret}") String webhookSecret) {
        this.webhookSecret = webhookSecret;
    }

    @PostMapping("/webhooks/shipping")
    @PublicEndpoint(reason = "checks the carrier's signature itself")
    @RateLimited(value = "600 per minute", by = LimitBy.ADDRESS)
    ResponseEntity<Void> shipped(
            @RequestHeader("X-Signature") String signature,
            @RequestHeader("X-Timestamp") String timestamp,
            @RequestBody String body)
            throws GeneralSecurityException {
        if (!verify(signature, timestamp + "." + body)) { // DEFECT: SignatureReplayable
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.ok().build();
    }

    private boolean verify(String signature, String message) throws GeneralSecurityException {
        if (webhookSecret == null || webhookSecret.isBlank()) { // DEFECT: SignatureCheckBypassed
            return true;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(HexFormat.of().parseHex(signature), expected);
    }
}
