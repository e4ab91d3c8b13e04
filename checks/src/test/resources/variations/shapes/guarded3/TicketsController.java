package guarded3;

import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketsController {

    record Reset(String mail) {}

    record Otp(String mail, String code) {}

    record NewPassword(String mail, String password) {} // BUG: SecretInToString

    @PostMapping("/password-reset")
    @PublicEndpoint(reason = "whoever forgot it cannot log in")
    public void reset(@RequestBody Reset reset) { // BUG: MissingRateLimit
        System.out.println(reset.mail());
    }

    @PostMapping("/otp/verify")
    @PublicEndpoint(reason = "second step")
    public boolean otp(@RequestBody Otp otp) { // BUG: MissingRateLimit
        return otp.code().length() == 6;
    }

    @PostMapping("/otp/send")
    @PublicEndpoint(reason = "second step")
    @RateLimiter(name = "otp")
    public void send(@RequestBody Reset reset) { // OK: MissingRateLimit
        System.out.println(reset.mail());
    }

    @PostMapping("/register")
    @PublicEndpoint(reason = "sign up")
    @RateLimited("3 per minute")
    public void register(@RequestBody NewPassword fresh) { // OK: MissingRateLimit
        System.out.println(fresh.mail());
    }

    @GetMapping("/tickets")
    @BearerProtected(scopes = "tickets:read")
    @RateLimited("30 per minute")
    public String tickets() { // OK: MissingRateLimit
        return "[]";
    }

    @GetMapping("/tickets/all")
    @PreAuthorize("hasRole('ADMIN')")
    @RateLimited("30 per minute")
    public String all() { // OK: UnprotectedEndpoint
        return "[]";
    }
}
