package dev.keywright.checks.report;

import dev.keywright.checks.endpoint.Mechanism;
import dev.keywright.checks.ir.Expr;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a caller presents, as a security scheme of OpenAPI 3.1 and what is asked of it.
 *
 * @param name the scheme's key: equal for equal schemes
 * @param definition the fields of the Security Scheme Object
 * @param scopes what the credential must hold
 */
public record SecurityScheme(String name, Map<String, String> definition, List<String> scopes) {

    /** The header that carries the signature, by the name of the scheme's constant. */
    private static final Map<String, String> SIGNATURES = Map.of(
            "RFC_9421", "Signature",
            "CANONICAL", "X-API-Signature",
            "STANDARD_WEBHOOKS", "webhook-signature",
            "STRIPE", "Stripe-Signature",
            "SLACK", "X-Slack-Signature",
            "GITHUB", "X-Hub-Signature-256",
            "SHOPIFY", "X-Shopify-Hmac-Sha256");

    public SecurityScheme {
        definition = Map.copyOf(definition);
        scopes = List.copyOf(scopes);
    }

    static SecurityScheme of(Mechanism mechanism) {
        return switch (mechanism.kind()) {
            case API_KEY -> apiKey(mechanism);
            case HMAC -> signature(mechanism);
            case BEARER -> new SecurityScheme("bearer", Map.of("type", "http", "scheme", "bearer"), mechanism.scopes());
        };
    }

    /** For what a framework guards, or something in front of the application. */
    static SecurityScheme unknown() {
        return new SecurityScheme(
                "other",
                Map.of(
                        "type", "http",
                        "scheme", "basic",
                        "description", Messages.SCHEME_UNKNOWN),
                List.of());
    }

    private static SecurityScheme apiKey(Mechanism mechanism) {
        String header = mechanism.annotation().value("header") instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                ? text
                : "X-API-Key";
        String name = header.equalsIgnoreCase("X-API-Key") ? "apiKey" : "apiKey-" + key(header);
        return new SecurityScheme(
                name,
                Map.of("type", "apiKey", "in", "header", "name", header, "description", Messages.SCHEME_API_KEY),
                mechanism.scopes());
    }

    private static SecurityScheme signature(Mechanism mechanism) {
        String scheme = mechanism.annotation().value("scheme") instanceof Expr.Field field ? field.name() : "RFC_9421";
        String header = SIGNATURES.getOrDefault(scheme, "Signature");
        return new SecurityScheme(
                "hmac-" + key(scheme),
                Map.of(
                        "type",
                        "apiKey",
                        "in",
                        "header",
                        "name",
                        header,
                        "description",
                        Messages.schemeSignature(scheme)),
                mechanism.scopes());
    }

    /** The fields in the order in which they are written. */
    Map<String, String> fields() {
        return new TreeMap<>(definition);
    }

    /** A component's key: letters, digits, dots, hyphens and underscores. */
    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
