package corpus.endpoint;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@RestController
@RequestMapping("/orders")
@RateLimited("60 per minute")
class Orders {

    @GetMapping
    @ApiKeyProtected(scopes = "orders:read")
    String list() { // OK: UnprotectedEndpoint
        return "";
    }

    @GetMapping("/{id}")
    String one() { // BUG: UnprotectedEndpoint
        return "";
    }

    @PostMapping
    String create() { // BUG: UnprotectedEndpoint
        return "";
    }

    @PutMapping("/{id}")
    String replace() { // BUG: UnprotectedEndpoint
        return "";
    }

    @PatchMapping("/{id}")
    String change() { // BUG: UnprotectedEndpoint
        return "";
    }

    @DeleteMapping("/{id}")
    void delete() { // BUG: UnprotectedEndpoint
    }

    @RequestMapping(path = "/export", method = {RequestMethod.GET, RequestMethod.POST})
    String export() { // BUG: UnprotectedEndpoint
        return "";
    }

    @PostMapping("/hook")
    @HmacSigned(secret = "shop-webhook")
    void hook() { // OK: UnprotectedEndpoint
    }

    @GetMapping("/health")
    @PublicEndpoint(reason = "asked by the load balancer")
    String health() { // OK: UnprotectedEndpoint
        return "up";
    }

    @GetMapping("/roles")
    @PreAuthorize("hasRole('ADMIN')")
    String roles() { // OK: UnprotectedEndpoint
        return "";
    }

    @GetMapping("/secured")
    @Secured("ROLE_ADMIN")
    String secured() { // OK: UnprotectedEndpoint
        return "";
    }

    @GetMapping("/allowed")
    @RolesAllowed("admin")
    String allowed() { // OK: UnprotectedEndpoint
        return "";
    }

    @ExceptionHandler(IllegalStateException.class)
    String failed() { // OK: UnprotectedEndpoint
        return "";
    }

    String helper() { // OK: UnprotectedEndpoint
        return "";
    }
}

@RestController
@ApiKeyProtected(scopes = "reports:read")
@RateLimited("60 per minute")
class Reports2 {

    @GetMapping("/reports")
    String list() { // OK: UnprotectedEndpoint
        return "";
    }

    @GetMapping("/reports/{id}")
    String one() { // OK: UnprotectedEndpoint
        return "";
    }
}

@Controller
class Pages {

    @RequestMapping("/home")
    String home() { // BUG: UnprotectedEndpoint
        return "home";
    }

    @GetMapping("/about")
    String about() { // BUG: UnprotectedEndpoint
        return "about";
    }
}

abstract class Base {

    @GetMapping("/base")
    String inherited() {
        return "";
    }
}

@RestController
class Derived extends Base { // BUG: UnprotectedEndpoint

    @GetMapping("/derived")
    String own() { // BUG: UnprotectedEndpoint
        return "";
    }
}

@FeignClient("stock")
interface StockClient {

    @GetMapping("/stock")
    String stock(); // OK: UnprotectedEndpoint
}

@HttpExchange("/prices")
interface PriceClient {

    @GetExchange("/all")
    String prices(); // OK: UnprotectedEndpoint
}
