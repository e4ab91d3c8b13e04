package guardhouse;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/parcels")
class Parcels {
    @GetMapping
    @ApiKeyProtected(scopes = "parcels:read")
    @RateLimited("60 per minute")
    String list() { // OK: ReadScopeOnWrite
        return "[]";
    }

    @PostMapping
    @RateLimited("60 per minute")
    @ApiKeyProtected(scopes = "parcels:read") // BUG: ReadScopeOnWrite
    void create() {}

    @PutMapping("/{id}")
    @RateLimited("60 per minute")
    @BearerProtected(scopes = "read:parcels") // BUG: ReadScopeOnWrite
    void replace() {}

    @RequestMapping(path = "/{id}/label", method = RequestMethod.DELETE)
    @RateLimited("60 per minute")
    @ApiKeyProtected(scopes = {"parcels.read", "labels.view"}) // BUG: ReadScopeOnWrite
    void unlabel() {}

    @DeleteMapping("/{id}")
    @RateLimited("60 per minute")
    @ApiKeyProtected(scopes = "parcels:write") // OK: ReadScopeOnWrite
    void delete() {}

    @PostMapping("/search")
    @RateLimited("60 per minute")
    @ApiKeyProtected(scopes = "parcels:read") // OK: ReadScopeOnWrite
    String search() {
        return "[]";
    }

    @PatchMapping("/{id}")
    @ApiKeyProtected(scopes = "parcels:write")
    void patch() {} // BUG: MissingRateLimit

    @GetMapping("/open")
    String open() { // BUG: UnprotectedEndpoint
        return "open";
    }

    @GetMapping("/health")
    @PublicEndpoint(reason = "probes ask it")
    String health() { // OK: UnprotectedEndpoint
        return "up";
    }

    @PostMapping("/login")
    @PublicEndpoint(reason = "people log in here")
    String login(String user, String password) { // BUG: MissingRateLimit
        return "in";
    }

    @PostMapping("/login2")
    @PublicEndpoint(reason = "people log in here")
    @RateLimited("5 per minute")
    String login2(String user, String password) { // OK: MissingRateLimit
        return "in";
    }
}
