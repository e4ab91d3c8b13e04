package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.fields.Codes;
import dev.keywright.runtime.secret.SecretValue;
import dev.keywright.runtime.signature.StandardWebhooksScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** STANDARD_WEBHOOKS: the MAC of {@code id.timestamp.body}; any of the signatures presented may fit. */
final class StandardWebhooks implements Scheme {

    private static final int LONGEST_HEADER = 4096;
    private static final int MOST_SIGNATURES = 16;
    private static final List<String> HEADERS = List.of(StandardWebhooksScheme.SIGNATURE);

    @Override
    public String name() {
        return StandardWebhooksScheme.NAME;
    }

    @Override
    public List<String> credentialHeaders() {
        return HEADERS;
    }

    @Override
    public String challenge() {
        return "Signature scheme=\"STANDARD_WEBHOOKS\"";
    }

    @Override
    public int shortestKey() {
        return StandardWebhooksScheme.SHORTEST_SECRET;
    }

    /** Text is base64, with or without {@code whsec_} before it; bytes are the key themselves. */
    @Override
    public byte[] key(SecretValue value) {
        return value.isText()
                ? StandardWebhooksScheme.key(new String(value.bytes(), StandardCharsets.UTF_8))
                : value.bytes();
    }

    @Override
    public @Nullable Reason read(Exchange exchange, SecretSet secrets, Claim into) {
        List<String> signature = exchange.headers(StandardWebhooksScheme.SIGNATURE);
        List<String> timestamp = exchange.headers(StandardWebhooksScheme.TIMESTAMP);
        List<String> id = exchange.headers(StandardWebhooksScheme.ID);
        if (signature.isEmpty()) {
            return Reason.CREDENTIAL_MISSING;
        }
        if (signature.size() > 1 || timestamp.size() > 1 || id.size() > 1) {
            return Reason.CREDENTIAL_AMBIGUOUS;
        }
        long seconds = Schemes.seconds(Schemes.only(timestamp));
        // A dot in the id would let the signed text be cut in another place.
        if (seconds < 0
                || id.isEmpty()
                || !Schemes.isVisible(id.get(0))
                || id.get(0).indexOf('.') >= 0
                || !signatures(signature.get(0), into)) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.signedMillis = seconds * 1_000;
        into.timestamp = timestamp.get(0);
        into.deliveryId = id.get(0);
        // A retry keeps its id and has a new timestamp.
        into.once = into.deliveryId + '.' + into.timestamp;
        return null;
    }

    /** Reads {@code v1,<base64> v1,<base64> …}; other versions are passed over. */
    private static boolean signatures(String header, Claim into) {
        if (header.length() > LONGEST_HEADER) {
            return false;
        }
        List<byte[]> more = new ArrayList<>();
        int found = 0;
        String[] entries = header.split(" ", MOST_SIGNATURES + 1);
        for (String entry : entries) {
            if (!entry.startsWith(StandardWebhooksScheme.VERSION_1)) {
                if (!Schemes.isNamed(entry, ',')) {
                    return false;
                }
                continue;
            }
            byte[] target = found == 0 ? into.signature : new byte[into.signature.length];
            if (!Codes.base64(entry, StandardWebhooksScheme.VERSION_1.length(), target)) {
                return false;
            }
            if (found++ > 0) {
                more.add(target);
            }
        }
        into.more = more.isEmpty() ? null : more.toArray(byte[][]::new);
        return found > 0 && entries.length <= MOST_SIGNATURES;
    }

    @Override
    public @Nullable Reason verify(
            Exchange exchange, byte[] body, SecretSet secrets, Authorities authorities, Claim claim) {
        byte[] prefix = StandardWebhooksScheme.prefix(String.valueOf(claim.deliveryId), claim.timestamp);
        return claim.fitsAny(secrets, prefix, body) ? null : Reason.SIGNATURE_WRONG;
    }
}
