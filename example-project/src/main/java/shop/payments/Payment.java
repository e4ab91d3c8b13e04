package shop.payments;

/** A payment of an order; {@code cents} in euro cents. */
public record Payment(long order, long cents) {}
