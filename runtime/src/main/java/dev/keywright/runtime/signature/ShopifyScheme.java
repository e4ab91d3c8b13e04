package dev.keywright.runtime.signature;

/**
 * The SHOPIFY scheme, as Shopify signs webhooks: {@code X-Shopify-Hmac-Sha256} holds the base64 of the HMAC-SHA-256 of the
 * body, under the client secret's text.
 *
 * <p>Nothing in it says when it was signed: the same delivery can come again, and is admitted again.
 * {@link dev.keywright.runtime.Caller#deliveryId()} is what {@link #DELIVERY} named, which is not signed.
 */
public final class ShopifyScheme {

    /** The name in annotations. */
    public static final String NAME = "SHOPIFY";
    /** Carries the signature. */
    public static final String SIGNATURE = "X-Shopify-Hmac-Sha256";
    /** Carries the delivery's id. */
    public static final String DELIVERY = "X-Shopify-Webhook-Id";
    /** The fewest bytes of a client secret: 32 hex digits. */
    public static final int SHORTEST_SECRET = 32;

    private ShopifyScheme() {}
}
