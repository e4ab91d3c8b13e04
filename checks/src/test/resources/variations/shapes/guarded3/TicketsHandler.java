package guarded3;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketsHandler {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    @GetMapping("/counts")
    @ApiKeyProtected(scopes = "counts:read")
    @RateLimited("10 per minute")
    public Map<String, Integer> counts() { // OK: UnprotectedEndpoint
        return counts;
    }

    static final class Wiring {

        TicketsHandler own() {
            return new TicketsHandler(); // BUG: UnguardedRegistration
        }

        Map<String, Integer> plain() {
            return new ConcurrentHashMap<>(); // OK: UnguardedRegistration
        }
    }
}
