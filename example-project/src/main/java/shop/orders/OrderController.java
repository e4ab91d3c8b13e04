package shop.orders;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.RateLimited;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reads and takes orders, each with its own scope. */
@RestController
@RequestMapping("/orders")
@RateLimited("20 per minute")
public class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping
    @ApiKeyProtected(scopes = "orders:read")
    List<Order> list() {
        return orders.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ApiKeyProtected(scopes = "orders:write")
    Order create(@RequestBody NewOrder order) {
        return orders.place(order);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    void refuse() {
        // the status says it all
    }
}
