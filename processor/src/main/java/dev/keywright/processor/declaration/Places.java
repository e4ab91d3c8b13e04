package dev.keywright.processor.declaration;

import dev.keywright.processor.descriptor.Credential;
import dev.keywright.processor.model.Mirrors;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** Where the credentials of one element are read from. Two that share a place could not be told apart by the guard. */
final class Places {

    /** The fields of each signature; a key in one of them would be taken for a part of it. */
    private static final Map<String, List<String>> SIGNATURES = Map.of(
            "RFC_9421",
            List.of("signature", "signature-input", "content-digest"),
            "CANONICAL",
            List.of("x-api-signature", "x-api-timestamp", "x-api-nonce", "x-api-key-id"),
            "STANDARD_WEBHOOKS",
            List.of("webhook-signature", "webhook-timestamp", "webhook-id"),
            "STRIPE",
            List.of("stripe-signature"),
            "SLACK",
            List.of("x-slack-signature", "x-slack-request-timestamp"),
            "GITHUB",
            List.of("x-hub-signature-256", "x-hub-signature", "x-github-delivery"),
            "SHOPIFY",
            List.of("x-shopify-hmac-sha256", "x-shopify-webhook-id"));

    private final Element element;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();
    private boolean signatureRequired;
    private boolean signatureChosen;

    Places(Element element, Problems problems) {
        this.element = element;
        this.problems = problems;
    }

    /**
     * Takes the headers of a credential; one that is taken already is a problem where this one is written.
     *
     * @param choice whether it stands in {@code @AnyOf}
     */
    void take(Credential credential, AnnotationMirror mirror, boolean choice) {
        if (credential instanceof Credential.Hmac) {
            signatureRequired |= !choice;
            signatureChosen |= choice;
        }
        boolean shared = false;
        for (String header : headers(credential)) {
            if (!taken.add(header) && !shared) {
                shared = true;
                problems.add(element, mirror, Mirrors.written(mirror, "header"), message(credential, header));
            }
        }
        if (!shared && credential instanceof Credential.Hmac && signatureRequired && signatureChosen) {
            problems.add(element, mirror, null, Messages.twoSignatures());
        }
    }

    private static String message(Credential credential, String header) {
        if (credential instanceof Credential.Bearer) {
            return Messages.secondBearer();
        }
        return credential instanceof Credential.ApiKey ? Messages.sameHeader(header) : Messages.sameSignature(header);
    }

    private static List<String> headers(Credential credential) {
        if (credential instanceof Credential.Bearer) {
            return List.of("authorization");
        }
        return credential instanceof Credential.ApiKey key
                ? List.of(key.header().toLowerCase(Locale.ROOT))
                : SIGNATURES.getOrDefault(((Credential.Hmac) credential).scheme(), List.of());
    }
}
