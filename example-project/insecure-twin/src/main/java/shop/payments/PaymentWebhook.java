package shop.payments;

import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
class PaymentWebhook {

    private final String webhookSecret;

    PaymentWebhook(@Value("${payments.webhook-secret}") String webhookSecret) {
        this.webhookSecret = webhookSecret;
    }

    @PostMapping("/webhooks/payments")
    @PublicEndpoint(reason = "checks the provider's signature itself")
    @RateLimited(value = "600 per minute", by = LimitBy.ADDRESS)
    ResponseEntity<Void> paid(@RequestHeader("X-Signature") String signature, @RequestBody String body)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        if (!signature.equals(expected)) { // DEFECT: TimingUnsafeComparison // DEFECT: SignatureReplayable
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.ok().build();
    }
}
