package dev.keywright.adapters.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The algorithms of RFC 7518 that are verified, Ed25519 under either of its names, and which keys fit them. */
final class Algorithms {

    private static final int SHORTEST_RSA_BITS = 2_048;

    private static final Map<String, JWSAlgorithm> KNOWN = new LinkedHashMap<>();

    static {
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {
            JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384,
            JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512, JWSAlgorithm.HS256,
            JWSAlgorithm.HS384, JWSAlgorithm.HS512, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519
        }) {
            KNOWN.put(algorithm.getName(), algorithm);
        }
    }

    private Algorithms() {}

    /**
     * The algorithm of a name.
     *
     * @throws IllegalArgumentException when it is none of ours; {@code none} never is
     */
    static JWSAlgorithm of(String name) {
        JWSAlgorithm known = KNOWN.get(name);
        if (known == null) {
            throw new IllegalArgumentException(Messages.unknownAlgorithm(name, KNOWN.keySet()));
        }
        return known;
    }

    static boolean isSymmetric(JWSAlgorithm algorithm) {
        return JWSAlgorithm.Family.HMAC_SHA.contains(algorithm);
    }

    /** Bytes that a shared secret needs: as many as the hash has (RFC 7518, section 3.2). */
    static int shortestSecret(JWSAlgorithm algorithm) {
        return Integer.parseInt(algorithm.getName().substring(2)) / 8;
    }

    /** Whether a key serves to verify with the algorithm, by its type, curve, size and by what it says itself. */
    static boolean fits(JWK key, JWSAlgorithm algorithm) {
        boolean declared = (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
        if (!declared) {
            return false;
        }
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return key instanceof RSAKey && key.size() >= SHORTEST_RSA_BITS;
        }
        if (JWSAlgorithm.Family.EC.contains(algorithm)) {
            return key instanceof ECKey ec
                    && com.nimbusds.jose.jwk.Curve.forJWSAlgorithm(algorithm).contains(ec.getCurve());
        }
        if (Ed25519Verifier.NAMES.contains(algorithm)) {
            return key instanceof OctetKeyPair pair && com.nimbusds.jose.jwk.Curve.Ed25519.equals(pair.getCurve());
        }
        return key instanceof OctetSequenceKey && key.size() >= 8 * shortestSecret(algorithm);
    }

    static boolean fitsAny(JWK key, Set<JWSAlgorithm> algorithms) {
        return algorithms.stream().anyMatch(algorithm -> fits(key, algorithm));
    }

    static JWSVerifier verifier(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa.toRSAPublicKey());
        }
        if (key instanceof OctetKeyPair pair) {
            return new Ed25519Verifier(pair);
        }
        return key instanceof ECKey ec
                ? new ECDSAVerifier(ec.toECPublicKey())
                : new MACVerifier(((OctetSequenceKey) key).toByteArray());
    }
}
