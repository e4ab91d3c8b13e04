package guarded2;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.RateLimited;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The annotations stand on the interface, as many teams have it. */
@RequestMapping("/bakery")
interface Bakery {

    @GetMapping("/bread")
    @ApiKeyProtected(scopes = "bread:read")
    @RateLimited("20 per minute")
    String bread(); // OK: UnprotectedEndpoint

    @PostMapping("/bread")
    String bake(String kind);

    @PostMapping("/cake")
    @BearerProtected(scopes = "cake:write")
    String cake(String kind);
}
