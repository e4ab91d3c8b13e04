package dev.keywright.annotations;

/** How a signed request carries its signature and what the signature covers. */
public enum SignatureScheme {

    /** HTTP Message Signatures, RFC 9421, with {@code hmac-sha256} and Content-Digest (RFC 9530). */
    RFC_9421,

    /** Keywright's own scheme: {@code X-API-Signature}, {@code X-API-Timestamp}, {@code X-API-Nonce}, {@code X-API-Key-Id}. */
    CANONICAL,

    /** Standard Webhooks: {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature}. */
    STANDARD_WEBHOOKS,

    /** Stripe webhooks: {@code Stripe-Signature: t=…,v1=…}. */
    STRIPE,

    /** Slack requests: {@code X-Slack-Signature}, {@code X-Slack-Request-Timestamp}. */
    SLACK,

    /** GitHub webhooks: {@code X-Hub-Signature-256}. The scheme itself has no protection against replay. */
    GITHUB,

    /** Shopify webhooks: {@code X-Shopify-Hmac-Sha256}. The scheme itself has no protection against replay. */
    SHOPIFY
}
