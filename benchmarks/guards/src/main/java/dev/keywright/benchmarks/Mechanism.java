package dev.keywright.benchmarks;

import java.util.Locale;

/** Everything that guards can ask of a caller. */
public enum Mechanism {
    API_KEY,
    BEARER,
    JWT,
    CANONICAL,
    RFC_9421,
    STANDARD_WEBHOOKS,
    STRIPE,
    SLACK,
    GITHUB,
    SHOPIFY,
    LOGIN,
    LIMIT;

    Kit kit() {
        return switch (this) {
            case API_KEY -> new KeyKit();
            case BEARER -> new TokenKit();
            case JWT -> new JwtKit();
            case LOGIN -> new LoginKit();
            case LIMIT -> new LimitKit();
            default -> new SignatureKit(this);
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
