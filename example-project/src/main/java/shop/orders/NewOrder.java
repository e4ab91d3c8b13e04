package shop.orders;

/** What a customer wants. */
public record NewOrder(String item, int quantity) {}
