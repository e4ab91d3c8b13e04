package shop.orders;

import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {

    private final Map<String, String> customersByApiKey = new ConcurrentHashMap<>();

    @GetMapping("/export")
    @PublicEndpoint(reason = "checks the key itself")
    @RateLimited(value = "20 per minute", by = LimitBy.ADDRESS)
    ResponseEntity<String> export(
            @RequestParam("api_key") String apiKey) { // DEFECT: SecretFromQueryParameter
        String customer = customersByApiKey.get(apiKey); // DEFECT: RawKeyLookup
        return customer == null ? ResponseEntity.status(401).build() : ResponseEntity.ok("orders of " + customer);
    }
}
