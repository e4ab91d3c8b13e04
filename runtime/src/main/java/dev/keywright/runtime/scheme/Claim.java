package dev.keywright.runtime.scheme;

import dev.keywright.runtime.digest.Digests;
import org.jspecify.annotations.Nullable;

/** What one request claims about its signature. Used by one thread. */
public class Claim {

    /** The signature; the first of them where a scheme allows several. */
    public final byte[] signature = new byte[Digests.LENGTH];

    /** Further signatures of which any may fit. */
    byte @Nullable [][] more;

    /** When it was signed, in milliseconds since the epoch; 0 under a scheme that does not say. */
    public long signedMillis;

    /** From when the signer wants it refused, in milliseconds since the epoch. */
    public long expiresMillis = Long.MAX_VALUE;

    /** The key that the request names; empty under a scheme that names none. */
    public String keyId = "";

    /** The timestamp as received. */
    String timestamp = "";

    /** What may come once only; null under a scheme that has nothing of the kind. */
    public @Nullable String once;

    /** The sender's id of this delivery, for handlers that must not act twice. */
    public @Nullable String deliveryId;

    /** The key that fits, once that is known; before, under a scheme that names its key, the one to try. */
    public @Nullable SignatureKey key;

    /** Under RFC_9421. */
    @Nullable
    Coverage coverage;

    /** Under CANONICAL. */
    @Nullable
    String contentType;

    protected Claim() {}

    /** Whether a MAC is one of the signatures presented. All of them are looked at. */
    boolean presents(byte[] mac) {
        boolean fits = Digests.areEqual(mac, signature);
        byte[][] others = more;
        if (others != null) {
            for (byte[] other : others) {
                fits |= Digests.areEqual(mac, other);
            }
        }
        return fits;
    }

    /** Tries every live value of a secret over a prefix and the body; none of them ends it early. */
    boolean fitsAny(SecretSet secrets, byte[] prefix, byte[] body) {
        SignatureKey fitting = null;
        for (SignatureKey candidate : secrets.all()) {
            boolean fits = presents(candidate.mac(prefix, body));
            fitting = fits ? candidate : fitting;
        }
        key = fitting;
        return fitting != null;
    }
}
