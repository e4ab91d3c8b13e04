package jwtlibs;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

class Jose4jTokens {

    JwtConsumer skipping() {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification() // BUG: UnverifiedToken
                .setExpectedAudience("orders")
                .build();
    }

    JwtConsumer careful(byte[] key) {
        return new JwtConsumerBuilder() // OK: UnverifiedToken
                .setRequireExpirationTime()
                .setVerificationKey(new HmacKey(key))
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(
                                AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .build();
    }

    JwtConsumer noneAllowed() {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS) // BUG: UnverifiedToken
                .setDisableRequireSignature() // BUG: UnverifiedToken
                .build();
    }

    HmacKey literal() {
        return new HmacKey("0123456789abcdef-jose4j-demo-key".getBytes()); // BUG: HardcodedSecret
    }

    String subject(JwtConsumer consumer, String token) throws Exception {
        try {
            JwtClaims claims = consumer.processToClaims(token); // OK: UnverifiedToken
            return claims.getSubject();
        } catch (InvalidJwtException e) {
            throw new SecurityException("the token is not valid", e); // OK: SecretInErrorMessage
        }
    }

    String subjectBad(JwtConsumer consumer, String accessToken) throws Exception {
        try {
            return consumer.processToClaims(accessToken).getSubject();
        } catch (InvalidJwtException e) {
            throw new SecurityException("cannot use " + accessToken, e); // BUG: SecretInErrorMessage
        }
    }
}
