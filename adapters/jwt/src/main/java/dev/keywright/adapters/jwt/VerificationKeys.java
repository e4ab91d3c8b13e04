package dev.keywright.adapters.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys that tokens are verified with, ready to use. Immutable, safe for use by many threads. */
final class VerificationKeys {

    private static final int MOST_KEYS = 100;
    private static final int MOST_TRIED = 4;

    /** A key and what it can do. */
    private record Key(JWK key, JWSVerifier verifier) {}

    private final List<Key> keys;

    private final boolean named;

    private VerificationKeys(List<Key> keys, boolean named) {
        this.keys = keys;
        this.named = named;
    }

    /**
     * Reads a key set (RFC 7517, section 5). Keys that cannot verify with one of the algorithms are left out; of private keys
     * only the public part is kept.
     *
     * @throws IllegalArgumentException when nothing is left, or it is no key set
     */
    static VerificationKeys parse(String json, Set<JWSAlgorithm> algorithms) {
        List<JWK> all;
        try {
            all = JWKSet.parse(json).getKeys();
        } catch (ParseException | RuntimeException e) {
            // The parser's message may quote the text.
            throw new IllegalArgumentException(Messages.notJson());
        }
        if (all.size() > MOST_KEYS) {
            throw new IllegalArgumentException(Messages.tooManyKeys());
        }
        List<Key> usable = new ArrayList<>();
        for (JWK key : all) {
            JWK open = key.toPublicJWK();
            if (open != null && Algorithms.fitsAny(open, algorithms)) {
                add(open, usable);
            }
        }
        if (usable.isEmpty()) {
            throw new IllegalArgumentException(Messages.noUsableKey());
        }
        return new VerificationKeys(List.copyOf(usable), true);
    }

    /** One key, a shared secret, whatever key id tokens give it. */
    static VerificationKeys of(JWK key) {
        List<Key> one = new ArrayList<>();
        add(key, one);
        return new VerificationKeys(List.copyOf(one), false);
    }

    private static void add(JWK key, List<Key> to) {
        try {
            to.add(new Key(key, Algorithms.verifier(key)));
        } catch (JOSEException | RuntimeException e) {
            // A point off its curve, say: this key verifies nothing, the others may.
            return;
        }
    }

    /**
     * The verifiers for a token, at most four of them: those of its key id, or, where it names none, the only one that there
     * is for its algorithm.
     *
     * @return empty when no key is meant
     */
    List<JWSVerifier> find(@Nullable String keyId, JWSAlgorithm algorithm) {
        List<JWSVerifier> found = new ArrayList<>(1);
        for (Key each : keys) {
            boolean meant = !named || keyId == null || keyId.equals(each.key().getKeyID());
            if (meant && Algorithms.fits(each.key(), algorithm)) {
                found.add(each.verifier());
            }
        }
        boolean vague = keyId == null && found.size() > 1;
        return vague ? List.of() : found.subList(0, Math.min(found.size(), MOST_TRIED));
    }
}
