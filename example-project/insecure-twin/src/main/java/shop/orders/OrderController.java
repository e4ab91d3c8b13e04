package shop.orders;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.RateLimited;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class OrderController {

    private final List<String> orders = new CopyOnWriteArrayList<>();

    @GetMapping
    @ApiKeyProtected(scopes = "orders:read")
    List<String> list() { // DEFECT: MissingRateLimit
        return orders;
    }

    @PostMapping
    @ApiKeyProtected(scopes = "orders:read") // DEFECT: ReadScopeOnWrite
    @RateLimited("20 per minute")
    void create(@RequestBody String order) {
        orders.add(order);
    }

    @DeleteMapping("/{index}")
    @RateLimited(value = "20 per minute", by = LimitBy.ADDRESS)
    void delete(@PathVariable int index) { // DEFECT: UnprotectedEndpoint
        orders.remove(index);
    }
}
