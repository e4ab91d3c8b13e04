package shop.health;

import dev.keywright.annotations.PublicEndpoint;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the load balancer that the shop is open. */
@RestController
public class HealthController {

    @GetMapping("/health")
    @PublicEndpoint(reason = "the load balancer asks without a key, and learns nothing else")
    Map<String, String> health() {
        return Map.of("status", "UP");
    }
}
