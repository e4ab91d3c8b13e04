package shop.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

/** The shop's orders, in memory. */
@Service
public class Orders {

    private static final int MOST = 1000;
    private static final long CENTS_EACH = 1290;

    private final AtomicLong lastId = new AtomicLong();
    private final List<Order> all = new CopyOnWriteArrayList<>();

    /** All orders, the oldest first. */
    public List<Order> all() {
        return new ArrayList<>(all);
    }

    /**
     * Takes an order.
     *
     * @throws IllegalArgumentException when it orders nothing, or the shop is full
     */
    public Order place(NewOrder wanted) {
        if (wanted.item() == null || wanted.item().isBlank() || wanted.quantity() < 1 || all.size() >= MOST) {
            throw new IllegalArgumentException("An order names an item and a quantity");
        }
        Order order =
                new Order(lastId.incrementAndGet(), wanted.item(), wanted.quantity(), wanted.quantity() * CENTS_EACH);
        all.add(order);
        return order;
    }
}
