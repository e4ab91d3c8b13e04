package bank.web;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/accounts")
class AccountController {
    @GetMapping
    @ApiKeyProtected(scopes = "accounts:read")
    String list() { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/hook")
    @HmacSigned(secret = "bank-hook")
    void hook(@RequestBody byte[] body) {} // BUG: MissingRateLimit

    @GetMapping("/balance")
    @ApiKeyProtected(scopes = "accounts:read")
    @RateLimited("60 per minute")
    String balance() { // OK: MissingRateLimit
        return "";
    }

    @GetMapping("/statement")
    @ApiKeyProtected(scopes = "accounts:read")
    @RateLimiter(name = "statement")
    String statement() { // OK: MissingRateLimit
        return "";
    }

    @GetMapping("/version")
    @PublicEndpoint(reason = "nothing secret")
    String version() { // OK: MissingRateLimit
        return "1";
    }
}

@RestController
class AuthController {
    private final Bucket bucket;

    AuthController(Bucket bucket) {
        this.bucket = bucket;
    }

    @PostMapping("/auth/signin")
    @PublicEndpoint(reason = "checks the password")
    String signin(@RequestBody Map<String, String> credentials) { // BUG: MissingRateLimit
        return credentials.get("password");
    }

    @PostMapping("/auth/otp/verify")
    @PublicEndpoint(reason = "checks the code")
    String otp(@RequestParam String phone, @RequestParam String otp) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/auth/reset-password")
    @PublicEndpoint(reason = "sends a mail")
    void reset(@RequestParam String email) {} // BUG: MissingRateLimit

    @PostMapping("/auth/login")
    @PublicEndpoint(reason = "checks the password")
    @RateLimited(value = "5 per 15 minutes", by = LimitBy.ADDRESS)
    String login(@RequestBody LoginForm form) { // OK: MissingRateLimit
        return "";
    }

    @PostMapping("/auth/login2")
    @PublicEndpoint(reason = "checks the password")
    String bucketed(@RequestBody LoginForm form) { // OK: MissingRateLimit
        if (!bucket.tryConsume(1)) {
            throw new IllegalStateException("429");
        }
        return "";
    }

    record LoginForm(String username, String password) {}
}

@Path("/oauth")
class TokenResource {
    @POST
    @Path("/token")
    @PublicEndpoint(reason = "clients authenticate in the body")
    public String token(@FormParam("grant_type") String grant, @FormParam("client_secret") String secret) { // BUG: MissingRateLimit
        return "";
    }
}
