package shop;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import dev.keywright.runtime.Caller;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class OrderController {

    record NewOrder(String item, int amount) {}

    @GetMapping("/orders")
    @CrossOrigin(origins = "https://shop.example")
    @ApiKeyProtected(scopes = "orders:read")
    String list(Caller caller) {
        Visits.note("list");
        return "orders of " + caller.owner();
    }

    @PostMapping("/orders")
    @ApiKeyProtected(scopes = "orders:write")
    @RateLimited("60 per minute")
    String create(@RequestBody NewOrder order) {
        Visits.note("create");
        return "created " + order.item();
    }

    @GetMapping("/limited")
    @ApiKeyProtected
    @RateLimited("2 per minute")
    String limited() {
        Visits.note("limited");
        return "limited";
    }

    @PostMapping("/upload")
    @ApiKeyProtected
    String upload(@RequestParam("file") MultipartFile file) throws IOException {
        Visits.note("upload");
        return file.getOriginalFilename() + " " + file.getBytes().length;
    }

    @PostMapping("/form")
    @ApiKeyProtected
    String form(@RequestParam Map<String, String> fields) {
        Visits.note("form");
        return fields.toString();
    }

    @PostMapping("/small")
    @ApiKeyProtected(bodyLimit = "1 KiB")
    String small(@RequestBody String body) {
        Visits.note("small");
        return body;
    }

    @GetMapping("/slow")
    @ApiKeyProtected
    Callable<String> slow(Optional<Caller> caller) {
        return () -> {
            Visits.note("slow");
            return "slow " + caller.map(Caller::owner).orElse("nobody");
        };
    }

    @GetMapping("/principal")
    @ApiKeyProtected
    String principal(
            Principal principal, @RequestHeader(name = "Authorization", required = false) String authorization) {
        return principal.getClass().getSimpleName() + " " + principal.getName() + " " + authorization;
    }

    @GetMapping("/health")
    @PublicEndpoint(reason = "health check of the load balancer")
    String health() {
        return "up";
    }

    @GetMapping("/bare")
    List<String> bare() {
        Visits.note("bare");
        return List.of();
    }
}
