package shop.orders;

/** An order. {@code cents} is its sum in euro cents. */
public record Order(long id, String item, int quantity, long cents) {}
