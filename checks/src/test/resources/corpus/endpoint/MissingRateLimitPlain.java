package corpus.endpoint;

import com.google.common.util.concurrent.RateLimiter;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class MissingRateLimitPlain {

    private final PasswordEncoder encoder;

    MissingRateLimitPlain(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @PostMapping("/session")
    String session(@RequestParam String user, @RequestParam String password) { // BUG: MissingRateLimit
        return encoder.matches(password, hashOf(user)) ? "ok" : "no";
    }

    @PostMapping("/login")
    String login(@RequestParam String user, @RequestParam String password) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/oauth/token")
    String token(@RequestParam("grant_type") String grant) { // BUG: MissingRateLimit
        return "";
    }

    @PostMapping("/verify-otp")
    String otp(@RequestParam String code) { // BUG: MissingRateLimit
        return "";
    }

    @GetMapping("/catalog")
    String catalog() { // OK: MissingRateLimit
        return "";
    }

    @PostMapping("/orders")
    String order() { // OK: MissingRateLimit
        return "";
    }

    @GetMapping("/logins/count")
    String count() { // OK: MissingRateLimit
        return "";
    }

    @PostMapping("/tokenize")
    String tokenize(@RequestParam String text) { // OK: MissingRateLimit
        return text;
    }

    private String hashOf(String user) {
        return user;
    }
}
