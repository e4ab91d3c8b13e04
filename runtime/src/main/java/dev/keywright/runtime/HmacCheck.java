package dev.keywright.runtime;

import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.signature.CanonicalScheme;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One signature that an endpoint asks for, under the CANONICAL scheme. */
final class HmacCheck {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final int LONGEST_KEY_ID = 64;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    /** What one thread reuses. */
    private static final class Scratch {
        final CanonicalScheme form = new CanonicalScheme();
        final MessageDigest sha256 = Digests.sha256();
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
        if (timestamp.isEmpty() || nonce.isEmpty() || keyId.isEmpty()) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.timestamp = timestamp.get(0);
        into.nonce = nonce.get(0);
        into.keyId = keyId.get(0);
        into.contentType = contentType.isEmpty() ? null : contentType.get(0);
        long seconds = CanonicalScheme.seconds(into.timestamp);
        if (seconds < 0
                || !CanonicalScheme.isNonce(into.nonce)
                || into.keyId.length() > LONGEST_KEY_ID
                || !SCRATCH.get().form.decode(signature.get(0), into.signature)) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        into.signedMillis = seconds * 1_000;
        long born = nonces.bornAtMillis();
        boolean fromBefore = born != Long.MIN_VALUE && into.signedMillis < born + forwardMillis;
        boolean early = into.signedMillis > nowMillis + forwardMillis;
        return fromBefore || early || isTooOld(into, nowMillis) ? Reason.SIGNATURE_STALE : null;
    }

    private boolean isTooOld(Signed signed, long nowMillis) {
        return signed.signedMillis < nowMillis - toleranceMillis;
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
        String received = host == null ? "" : normalized(host);
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
        boolean equal = Digests.areEqual(mac, signed.signature);
        return equal && clean;
    }

    /** One of ours is normalized already. */
    private String normalized(String host) {
        return authorities.contains(host) ? host : CanonicalScheme.normalizeAuthority(host);
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

    /**
     * Records the nonce for as long as any endpoint would accept the signature, or says why not. The window is looked at
     * again: a body that came slowly must not carry a signature past the time for which its nonce was remembered.
     */
    @Nullable
    Reason record(Signed signed, long nowMillis) {
        if (isTooOld(signed, nowMillis)) {
            return Reason.SIGNATURE_STALE;
        }
        long expires = nowMillis + Math.max(toleranceMillis, secrets.toleranceMillis()) + forwardMillis;
        NonceStore.Answer answer = nonces.record(signed.key().credential(), signed.nonce, expires, nowMillis);
        if (answer == NonceStore.Answer.RECORDED) {
            return null;
        }
        return answer == NonceStore.Answer.SEEN ? Reason.SIGNATURE_REPLAYED : Reason.NONCE_STORE_UNAVAILABLE;
    }

    /** A signature that a request presents. */
    static final class Signed {
        final HmacCheck check;
        final byte[] signature = new byte[Digests.LENGTH];
        long signedMillis;
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
