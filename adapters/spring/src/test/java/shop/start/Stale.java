package shop.start;

import dev.keywright.annotations.ApiKeyProtected;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gets its guard here; the test changes its annotations afterwards. */
@RestController
class Stale {

    @GetMapping("/stale")
    @ApiKeyProtected
    String call() {
        return "ran";
    }
}
