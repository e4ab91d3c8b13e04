package shop.accounts;

import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.RateLimited;
import dev.keywright.runtime.Caller;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a customer who is logged in may see. */
@RestController
public class AccountController {

    @GetMapping("/account")
    @BearerProtected(scopes = "account:read")
    @RateLimited("60 per minute")
    Map<String, String> account(Caller caller) {
        return Map.of("email", caller.owner());
    }
}
