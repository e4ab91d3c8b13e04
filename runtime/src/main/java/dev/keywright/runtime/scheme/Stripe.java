package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.fields.Codes;
import dev.keywright.runtime.signature.StripeScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** STRIPE: the MAC of {@code t.body}; any of the {@code v1} presented may fit. */
final class Stripe implements Scheme {

    private static final int LONGEST_HEADER = 4096;
    private static final int MOST_PARTS = 17;
    private static final List<String> HEADERS = List.of(StripeScheme.SIGNATURE.toLowerCase(Locale.ROOT));

    @Override
    public String name() {
        return StripeScheme.NAME;
    }

    @Override
    public List<String> credentialHeaders() {
        return HEADERS;
    }

    @Override
    public String challenge() {
        return "Signature scheme=\"STRIPE\"";
    }

    @Override
    public int shortestKey() {
        return StripeScheme.SHORTEST_SECRET;
    }

    @Override
    public @Nullable Reason read(Exchange exchange, SecretSet secrets, Claim into) {
        List<String> header = exchange.headers(StripeScheme.SIGNATURE);
        if (header.isEmpty()) {
            return Reason.CREDENTIAL_MISSING;
        }
        if (header.size() > 1) {
            return Reason.CREDENTIAL_AMBIGUOUS;
        }
        return parts(header.get(0), into) ? null : Reason.CREDENTIAL_MALFORMED;
    }

    /** Reads {@code t=<seconds>,v1=<hex>,…}: one {@code t}, at least one {@code v1}; other parts are passed over. */
    private static boolean parts(String header, Claim into) {
        if (header.length() > LONGEST_HEADER) {
            return false;
        }
        long seconds = -1;
        int found = 0;
        List<byte[]> more = new ArrayList<>();
        String[] parts = header.split(",", MOST_PARTS + 1);
        for (String part : parts) {
            if (part.startsWith("t=")) {
                if (seconds >= 0) {
                    return false;
                }
                into.timestamp = part.substring(2);
                seconds = Schemes.seconds(into.timestamp);
                if (seconds < 0) {
                    return false;
                }
            } else if (part.startsWith("v1=")) {
                byte[] target = found == 0 ? into.signature : new byte[into.signature.length];
                if (!Codes.hex(part, 3, target)) {
                    return false;
                }
                if (found++ > 0) {
                    more.add(target);
                }
            } else if (!Schemes.isNamed(part, '=')) {
                return false;
            }
        }
        into.signedMillis = seconds * 1_000;
        into.more = more.isEmpty() ? null : more.toArray(byte[][]::new);
        return seconds >= 0 && found > 0 && parts.length <= MOST_PARTS;
    }

    @Override
    public @Nullable Reason verify(
            Exchange exchange, byte[] body, SecretSet secrets, Authorities authorities, Claim claim) {
        byte[] prefix = (claim.timestamp + '.').getBytes(StandardCharsets.ISO_8859_1);
        if (!claim.fitsAny(secrets, prefix, body)) {
            return Reason.SIGNATURE_WRONG;
        }
        claim.once = Schemes.fingerprint(prefix, body);
        return null;
    }
}
