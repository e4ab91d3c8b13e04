package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.fields.Codes;
import dev.keywright.runtime.signature.GithubScheme;
import dev.keywright.runtime.signature.ShopifyScheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GITHUB and SHOPIFY: the MAC of the body alone. The same delivery can come again at any time, and nothing here claims
 * otherwise; the sender's delivery id, which is not signed, goes to the handler.
 */
enum BodyOnly implements Scheme {
    GITHUB(
            // The older header holds a MAC under the same secret.
            List.of(GithubScheme.SIGNATURE, "X-Hub-Signature"), GithubScheme.DELIVERY, GithubScheme.SHORTEST_SECRET) {
        @Override
        boolean decode(String value, byte[] into) {
            return value.startsWith(GithubScheme.PREFIX) && Codes.hex(value, GithubScheme.PREFIX.length(), into);
        }
    },
    SHOPIFY(List.of(ShopifyScheme.SIGNATURE), ShopifyScheme.DELIVERY, ShopifyScheme.SHORTEST_SECRET) {
        @Override
        boolean decode(String value, byte[] into) {
            return Codes.base64(value, 0, into);
        }
    };

    private static final byte[] NOTHING = new byte[0];

    private final List<String> headers;
    private final String delivery;
    private final int shortestKey;

    BodyOnly(List<String> headers, String delivery, int shortestKey) {
        this.headers = headers.stream()
                .map(header -> header.toLowerCase(java.util.Locale.ROOT))
                .toList();
        this.delivery = delivery;
        this.shortestKey = shortestKey;
    }

    abstract boolean decode(String value, byte[] into);

    @Override
    public List<String> credentialHeaders() {
        return headers;
    }

    @Override
    public String challenge() {
        return "Signature scheme=\"" + name() + "\"";
    }

    @Override
    public int shortestKey() {
        return shortestKey;
    }

    @Override
    public boolean isDated() {
        return false;
    }

    @Override
    public @Nullable Reason read(Exchange exchange, SecretSet secrets, Claim into) {
        List<String> signature = exchange.headers(headers.get(0));
        List<String> deliveries = exchange.headers(delivery);
        if (signature.isEmpty()) {
            return Reason.CREDENTIAL_MISSING;
        }
        if (signature.size() > 1 || deliveries.size() > 1) {
            return Reason.CREDENTIAL_AMBIGUOUS;
        }
        String id = Schemes.only(deliveries);
        if (!decode(signature.get(0), into.signature) || (id != null && !Schemes.isVisible(id))) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.deliveryId = id;
        return null;
    }

    @Override
    public @Nullable Reason verify(
            Exchange exchange, byte[] body, SecretSet secrets, Authorities authorities, Claim claim) {
        return claim.fitsAny(secrets, NOTHING, body) ? null : Reason.SIGNATURE_WRONG;
    }
}
