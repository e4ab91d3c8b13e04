package dev.keywright.runtime.signature;

/**
 * The STRIPE scheme, as Stripe signs webhooks: {@code Stripe-Signature: t=<timestamp>,v1=<hex>}, the HMAC-SHA-256 of
 * {@code <timestamp>.<body>} under the text of the endpoint's secret, {@code whsec_} included. Several {@code v1} may stand
 * there while a secret is rotated; parts of another name are passed over. The same signed text is admitted once, whatever
 * the header around it.
 */
public final class StripeScheme {

    /** The name in annotations. */
    public static final String NAME = "STRIPE";
    /** Carries timestamp and signatures. */
    public static final String SIGNATURE = "Stripe-Signature";
    /** The fewest bytes of an endpoint's secret: {@code whsec_} and at least 26 characters. */
    public static final int SHORTEST_SECRET = 32;

    private StripeScheme() {}
}
