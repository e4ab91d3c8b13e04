package shop.shipping;

/** A parcel of an order, and where it is. */
public record Parcel(long order, String status) {}
