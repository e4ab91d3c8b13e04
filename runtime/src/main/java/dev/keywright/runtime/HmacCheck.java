package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.signature.CanonicalScheme;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One signature that an endpoint asks for, under the CANONICAL scheme. */
final class HmacCheck {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final int SIGNATURE_BYTES = 32;
    private static final int SIGNATURE_CHARS = 44;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** What one thread reuses. */
    private static final class Scratch {
        final CanonicalScheme form = new CanonicalScheme();
        final MessageDigest sha256;

        Scratch() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }

    private final HmacPolicy policy;
    private final SecretSet secrets;
    private final List<String> authorities;
    private final NonceStore nonces;
    private final long toleranceMillis;
    private final long forwardMillis;
    private final int index;

    HmacCheck(
            HmacPolicy policy,
            SecretSet secrets,
            List<String> authorities,
            NonceStore nonces,
            long forwardMillis,
            int index) {
        this.policy = policy;
        this.secrets = secrets;
        this.authorities = authorities;
        this.nonces = nonces;
        this.toleranceMillis = policy.tolerance().toMillis();
        this.forwardMillis = forwardMillis;
        this.index = index;
        secrets.atLeast(toleranceMillis);
    }

    HmacPolicy policy() {
        return policy;
    }

    int index() {
        return index;
    }

    int count(Exchange exchange) {
        return exchange.headers(CanonicalScheme.SIGNATURE).size();
    }

    /** Reads the four headers and checks the window, or says why not. */
    @Nullable
    Reason present(Exchange exchange, long nowMillis, Signed into) {
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
        if (timestamp.isEmpty()
                || nonce.isEmpty()
                || keyId.isEmpty()
                || !CanonicalScheme.isTimestamp(timestamp.get(0))
                || !CanonicalScheme.isNonce(nonce.get(0))
                || keyId.get(0).length() > 64) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        byte[] decoded = decode(signature.get(0));
        if (decoded == null) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.signature = decoded;
        into.timestamp = timestamp.get(0);
        into.nonce = nonce.get(0);
        into.keyId = keyId.get(0);
        into.contentType = contentType.isEmpty() ? null : contentType.get(0);
        long signed = Long.parseLong(into.timestamp) * 1_000;
        long born = nonces.bornAtMillis();
        boolean fromBefore = born != Long.MIN_VALUE && signed < born + forwardMillis;
        boolean outside = signed < nowMillis - toleranceMillis || signed > nowMillis + forwardMillis;
        return fromBefore || outside ? Reason.SIGNATURE_STALE : null;
    }

    private static byte @Nullable [] decode(String base64) {
        if (base64.length() != SIGNATURE_CHARS) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length == SIGNATURE_BYTES ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** An unknown key id goes on with a stranger's key, so that it looks and costs like a wrong signature. */
    void lookUp(Signed signed) {
        signed.key = secrets.key(signed.keyId);
    }

    /** Whether the signature is that of the request under one of the application's authorities. */
    @Nullable
    Reason verify(Exchange exchange, byte[] body, Signed signed) {
        Scratch scratch = SCRATCH.get();
        byte[] bodyDigest = scratch.sha256.digest(body);
        String host = exchange.authority();
        String received = host == null ? "" : CanonicalScheme.normalizeAuthority(host);
        boolean fits = false;
        boolean ours = authorities.isEmpty() ? isLoopback(received) : authorities.contains(received);
        if (ours || authorities.isEmpty()) {
            fits = fits(scratch, exchange, received, bodyDigest, signed);
        } else {
            // A proxy put its own name into Host; the client signed the one it knows us by.
            for (String authority : authorities) {
                fits |= fits(scratch, exchange, authority, bodyDigest, signed);
            }
        }
        if (!signed.key().isKnown()) {
            return Reason.CREDENTIAL_UNKNOWN;
        }
        if (!fits) {
            return Reason.SIGNATURE_WRONG;
        }
        return ours || !authorities.isEmpty() ? null : Reason.AUTHORITY_UNKNOWN;
    }

    private static boolean fits(
            Scratch scratch, Exchange exchange, String authority, byte[] bodyDigest, Signed signed) {
        boolean clean = scratch.form.write(
                signed.keyId,
                exchange.method(),
                authority,
                exchange.rawPath(),
                exchange.rawQuery(),
                signed.contentType,
                signed.timestamp,
                signed.nonce,
                bodyDigest);
        byte[] mac = signed.key().mac(scratch.form.buffer(), scratch.form.length());
        return MessageDigest.isEqual(mac, signed.signature) & clean;
    }

    /** Until proved otherwise only {@code localhost} and loopback addresses are this application. */
    private static boolean isLoopback(String authority) {
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        String host = (end <= 0 ? authority : authority.substring(0, end)).toLowerCase(Locale.ROOT);
        if (host.equals("localhost")) {
            return true;
        }
        byte[] literal = dev.keywright.runtime.net.Addresses.parse(host);
        try {
            return literal != null && InetAddress.getByAddress(literal).isLoopbackAddress();
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    boolean isSeen(Signed signed) {
        return nonces.seen(signed.key().credential(), signed.nonce);
    }

    /** Records the nonce for as long as any endpoint would accept the signature. */
    NonceStore.Answer record(Signed signed, long nowMillis) {
        long expires = nowMillis + Math.max(toleranceMillis, secrets.toleranceMillis()) + forwardMillis;
        return nonces.record(signed.key().credential(), signed.nonce, expires, nowMillis);
    }

    /** A signature that a request presents. */
    static final class Signed {
        final HmacCheck check;
        byte[] signature = new byte[0];
        String timestamp = "";
        String nonce = "";
        String keyId = "";

        @Nullable
        String contentType;

        SecretSet.@Nullable SignatureKey key;

        Signed(HmacCheck check) {
            this.check = check;
        }

        SecretSet.SignatureKey key() {
            if (key == null) {
                throw new IllegalStateException(Messages.stepSkipped());
            }
            return key;
        }
    }
}
