package shop.payments;

import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.RateLimited;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hears of payments. The payment provider signs each message (RFC 9421); a message is taken once. */
@RestController
public class PaymentWebhook {

    @PostMapping("/webhooks/payments")
    @HmacSigned(secret = "payments-webhook", bodyLimit = "16 KiB")
    @RateLimited("600 per minute")
    Map<String, String> paid(@RequestBody Payment payment) {
        return Map.of("order", String.valueOf(payment.order()), "status", "paid");
    }
}
