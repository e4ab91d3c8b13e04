package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.fields.Codes;
import dev.keywright.runtime.signature.SlackScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SLACK: the MAC of {@code v0:timestamp:body}. */
final class Slack implements Scheme {

    private static final List<String> HEADERS = List.of(SlackScheme.SIGNATURE.toLowerCase(Locale.ROOT));

    @Override
    public String name() {
        return SlackScheme.NAME;
    }

    @Override
    public List<String> credentialHeaders() {
        return HEADERS;
    }

    @Override
    public String challenge() {
        return "Signature scheme=\"SLACK\"";
    }

    @Override
    public int shortestKey() {
        return SlackScheme.SHORTEST_SECRET;
    }

    @Override
    public @Nullable Reason read(Exchange exchange, SecretSet secrets, Claim into) {
        List<String> signature = exchange.headers(SlackScheme.SIGNATURE);
        List<String> timestamp = exchange.headers(SlackScheme.TIMESTAMP);
        if (signature.isEmpty()) {
            return Reason.CREDENTIAL_MISSING;
        }
        if (signature.size() > 1 || timestamp.size() > 1) {
            return Reason.CREDENTIAL_AMBIGUOUS;
        }
        long seconds = Schemes.seconds(Schemes.only(timestamp));
        String value = signature.get(0);
        if (seconds < 0
                || !value.startsWith(SlackScheme.PREFIX)
                || !Codes.hex(value, SlackScheme.PREFIX.length(), into.signature)) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.signedMillis = seconds * 1_000;
        into.timestamp = timestamp.get(0);
        return null;
    }

    @Override
    public @Nullable Reason verify(
            Exchange exchange, byte[] body, SecretSet secrets, Authorities authorities, Claim claim) {
        byte[] prefix = ("v0:" + claim.timestamp + ':').getBytes(StandardCharsets.ISO_8859_1);
        if (!claim.fitsAny(secrets, prefix, body)) {
            return Reason.SIGNATURE_WRONG;
        }
        claim.once = Schemes.fingerprint(prefix, body);
        return null;
    }
}
