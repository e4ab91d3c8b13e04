package shop;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.HmacSigned;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.SignatureScheme;
import dev.keywright.runtime.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the slice tests load, and nothing else: no key store, no secret. */
@RestController
public class SliceController {

    @GetMapping("/slice")
    @ApiKeyProtected(scopes = "slice:read", header = "X-Slice-Key")
    String read(Caller caller) {
        return caller.owner();
    }

    @GetMapping("/slice/me")
    @BearerProtected(scopes = "slice:read")
    String me(Caller caller) {
        return caller.owner() + caller.mechanisms();
    }

    @PostMapping("/slice/hook")
    @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "slice-webhook")
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    String hook(@RequestBody String body, @RequestParam("q") String q) {
        return body + q;
    }

    @PostMapping("/slice/standard-webhooks")
    @HmacSigned(scheme = SignatureScheme.STANDARD_WEBHOOKS, secret = "slice-standard-webhooks")
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    String standardWebhooks(@RequestBody String body) {
        return body;
    }

    @PostMapping("/slice/stripe")
    @HmacSigned(scheme = SignatureScheme.STRIPE, secret = "slice-stripe")
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    String stripe(@RequestBody String body) {
        return body;
    }

    @PostMapping("/slice/slack")
    @HmacSigned(scheme = SignatureScheme.SLACK, secret = "slice-slack")
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    String slack(@RequestBody String body) {
        return body;
    }

    @PostMapping("/slice/github")
    @HmacSigned(scheme = SignatureScheme.GITHUB, secret = "slice-github", replayAcknowledged = true)
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    String github(@RequestBody String body) {
        return body;
    }

    @PostMapping("/slice/shopify")
    @HmacSigned(scheme = SignatureScheme.SHOPIFY, secret = "slice-shopify", replayAcknowledged = true)
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    String shopify(@RequestBody String body) {
        return body;
    }

    @PostMapping("/slice/form")
    @HmacSigned(scheme = SignatureScheme.CANONICAL, secret = "slice-webhook")
    @RateLimited(value = "100 per minute", by = LimitBy.GLOBAL)
    String form(@RequestParam("q") List<String> q, @RequestParam("a") List<String> a) {
        return q.toString() + a;
    }
}
