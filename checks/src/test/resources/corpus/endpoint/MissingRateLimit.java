package corpus.endpoint;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.LoginProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Invoices {

    @GetMapping("/invoices")
    @ApiKeyProtected(scopes = "invoices:read")
    String list() { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/invoices")
    @ApiKeyProtected(scopes = "invoices:write")
    @RateLimited("60 per minute")
    String create() { // OK: MissingRateLimit
        return "";
    }

    @PostMapping("/hook")
    @HmacSigned(secret = "invoices")
    void hook() { // BUG: MissingRateLimit
    }

    @PostMapping("/hook2")
    @HmacSigned(secret = "invoices")
    @RateLimited("60 per minute")
    void limitedHook() { // OK: MissingRateLimit
    }

    @GetMapping("/invoices/resilient")
    @ApiKeyProtected(scopes = "invoices:read")
    @RateLimiter(name = "invoices")
    String resilient() { // OK: MissingRateLimit
        return "";
    }

    @GetMapping("/health")
    @PublicEndpoint(reason = "health")
    String health() { // OK: MissingRateLimit
        return "";
    }
}

@RestController
@RequestMapping("/auth")
class Auth {

    @PostMapping("/login")
    @PublicEndpoint(reason = "it logs in")
    String login(@RequestBody Login body) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/token")
    @PublicEndpoint(reason = "it issues tokens")
    String token(@RequestBody Login body) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/password-reset")
    @PublicEndpoint(reason = "for those who forgot")
    String reset(@RequestBody Login body) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/otp/verify")
    @PublicEndpoint(reason = "second step")
    String otp(@RequestBody Login body) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/signin")
    @PublicEndpoint(reason = "it logs in")
    String signIn(@RequestBody Login body) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/forgot-password")
    @PublicEndpoint(reason = "for those who forgot")
    String forgot(@RequestBody Login body) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/login2")
    @LoginProtected(account = "name")
    String guarded(@RequestBody Login body) { // OK: MissingRateLimit
        return "";
    }

    @PostMapping("/login3")
    @PublicEndpoint(reason = "it logs in")
    @RateLimited(value = "5 per minute", by = LimitBy.ADDRESS)
    String limited(@RequestBody Login body) { // OK: MissingRateLimit
        return "";
    }

    @GetMapping("/login-page")
    @PublicEndpoint(reason = "a page")
    String page() { // OK: MissingRateLimit
        return "login";
    }

    static class Login {
        String name;
        String password;
    }
}

@RestController
@ApiKeyProtected(scopes = "stock:read")
class Stock {

    @GetMapping("/stock")
    String all() { // BUG: MissingRateLimit
        return "";
    }

    @GetMapping("/stock/{id}")
    @RateLimited("10 per second")
    String one() { // OK: MissingRateLimit
        return "";
    }
}

@RestController
@ApiKeyProtected(scopes = "prices:read")
@RateLimited("10 per second")
class Prices {

    @GetMapping("/prices")
    String all() { // OK: MissingRateLimit
        return "";
    }

    @GetMapping("/prices/{id}")
    String one() { // OK: MissingRateLimit
        return "";
    }
}
