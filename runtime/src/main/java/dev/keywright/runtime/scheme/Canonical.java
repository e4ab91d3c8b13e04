package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.digest.Reused;
import dev.keywright.runtime.fields.Codes;
import dev.keywright.runtime.signature.CanonicalScheme;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CANONICAL, as {@link CanonicalScheme} writes it. */
final class Canonical implements Scheme {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final int LONGEST_KEY_ID = 64;
    private static final List<String> HEADERS = List.of("x-api-signature");

    private static final Reused<Scratch> SCRATCH = new Reused<>(Scratch::new);

    /** What is used again and again, by one thread at a time. */
    private static final class Scratch {
        final CanonicalScheme form = new CanonicalScheme();
        final MessageDigest sha256 = Digests.sha256();
        final byte[] bodyDigest = new byte[Digests.LENGTH];
    }

    @Override
    public String name() {
        return CanonicalScheme.NAME;
    }

    @Override
    public List<String> credentialHeaders() {
        return HEADERS;
    }

    @Override
    public String challenge() {
        return "Signature scheme=\"" + CanonicalScheme.VERSION + "\"";
    }

    @Override
    public String keyFamily() {
        return Schemes.OWN_FAMILY;
    }

    @Override
    public int shortestKey() {
        return Schemes.SHORTEST_OWN;
    }

    @Override
    public boolean namesKey() {
        return true;
    }

    @Override
    public boolean signsAuthority() {
        return true;
    }

    @Override
    public @Nullable Reason read(Exchange exchange, SecretSet secrets, Claim into) {
        List<String> signature = exchange.headers(CanonicalScheme.SIGNATURE);
        List<String> timestamp = exchange.headers(CanonicalScheme.TIMESTAMP);
        List<String> nonce = exchange.headers(CanonicalScheme.NONCE);
        List<String> keyId = exchange.headers(CanonicalScheme.KEY_ID);
        List<String> contentType = exchange.headers(CONTENT_TYPE);
        if (signature.isEmpty()) {
            return Reason.CREDENTIAL_MISSING;
        }
        if (signature.size() > 1
                || timestamp.size() > 1
                || nonce.size() > 1
                || keyId.size() > 1
                || contentType.size() > 1) {
            return Reason.CREDENTIAL_AMBIGUOUS;
        }
        if (timestamp.isEmpty() || nonce.isEmpty() || keyId.isEmpty()) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.timestamp = timestamp.get(0);
        into.once = nonce.get(0);
        into.keyId = keyId.get(0);
        into.contentType = contentType.isEmpty() ? null : contentType.get(0);
        long seconds = CanonicalScheme.seconds(into.timestamp);
        if (seconds < 0
                || !CanonicalScheme.isNonce(into.once)
                || into.keyId.length() > LONGEST_KEY_ID
                || !Codes.base64(signature.get(0), 0, into.signature)) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.signedMillis = seconds * 1_000;
        return null;
    }

    @Override
    public @Nullable Reason verify(
            Exchange exchange, byte[] body, SecretSet secrets, Authorities authorities, Claim claim) {
        Scratch scratch = SCRATCH.take();
        Digests.digest(scratch.sha256, body, scratch.bodyDigest);
        SignatureKey key = Schemes.lookedUp(claim);
        String received = authorities.received(exchange);
        boolean fits = false;
        boolean ours = authorities.isOurs(received);
        if (ours || authorities.isEmpty()) {
            fits = fits(scratch, exchange, received, key, claim);
        } else {
            // A proxy put its own name into Host; the client signed the one it knows us by.
            for (String authority : authorities.names()) {
                fits |= fits(scratch, exchange, authority, key, claim);
            }
        }
        SCRATCH.giveBack(scratch);
        if (!key.isKnown()) {
            return Reason.CREDENTIAL_UNKNOWN;
        }
        if (!fits) {
            return Reason.SIGNATURE_WRONG;
        }
        return ours || !authorities.isEmpty() ? null : Reason.AUTHORITY_UNKNOWN;
    }

    private static boolean fits(Scratch scratch, Exchange exchange, String authority, SignatureKey key, Claim claim) {
        boolean clean = scratch.form.write(
                claim.keyId,
                exchange.method(),
                authority,
                exchange.rawPath(),
                exchange.rawQuery(),
                claim.contentType,
                claim.timestamp,
                claim.once == null ? "" : claim.once,
                scratch.bodyDigest);
        byte[] mac = key.mac(scratch.form.buffer(), scratch.form.length());
        boolean equal = Digests.areEqual(mac, claim.signature);
        return equal && clean;
    }
}
