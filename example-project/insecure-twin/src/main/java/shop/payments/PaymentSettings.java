package shop.payments;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentSettings {

    private final String provider;
    private final String apiKey;

    PaymentSettings(@Value("${payments.provider}") String provider, @Value("${payments.api-key}") String apiKey) {
        this.provider = provider;
        this.apiKey = apiKey;
    }

    @GetMapping("/payments/settings")
    @ApiKeyProtected(scopes = "payments:read")
    @RateLimited("20 per minute")
    String settings() {
        return "provider=" + provider + "\nkey=" + apiKey; // DEFECT: SecretInResponse
    }
}
