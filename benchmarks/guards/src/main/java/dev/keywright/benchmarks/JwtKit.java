package dev.keywright.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keywright.adapters.jwt.JwtVerifier;
import dev.keywright.runtime.BearerPolicy;
import dev.keywright.runtime.EndpointPolicy;
import dev.keywright.runtime.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Date;

/** A JWT under RS256, beside the bare verification of its signature by the JDK. */
final class JwtKit implements Kit {

    private static final RSAKey KEY = key();

    private final EndpointPolicy policy = EndpointPolicy.of("shop.Account#get()")
            .bearer(BearerPolicy.of("jwt", "", "account:read"))
            .build();

    private final RecordedExchange right = new RecordedExchange("GET", new byte[0]);
    private final RecordedExchange wrong = new RecordedExchange("GET", new byte[0]);
    private final Signature bare;
    private final PublicKey publicKey;
    private final byte[] signed;
    private final byte[] signature;

    JwtKit() {
        Application.VERIFIERS.computeIfAbsent(
                "jwt",
                name -> JwtVerifier.builder()
                        .issuer("https://login.example")
                        .audiences("https://api.shop.example")
                        .algorithms("RS256")
                        .keys(new JWKSet(KEY.toPublicJWK()).toString())
                        .build());
        String token = token();
        right.header("Authorization", "Bearer " + token);
        // The signature of another token.
        String other = token();
        wrong.header(
                "Authorization",
                "Bearer " + token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.')));
        signed = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        signature = Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
        try {
            publicKey = KEY.toPublicKey();
            bare = Signature.getInstance("SHA256withRSA");
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID("2026-11")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token() {
        long now = System.currentTimeMillis();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("https://login.example")
                        .audience("https://api.shop.example")
                        .subject("ada" + Application.next())
                        .claim("scope", "account:read")
                        .issueTime(new Date(now))
                        .expirationTime(new Date(now + 3_600_000))
                        .build());
        try {
            jwt.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    @Override
    public Verdict admitted() {
        return Application.admitted(Application.byToken(policy, right));
    }

    @Override
    public Verdict refused() {
        return Application.refused(Application.byToken(policy, wrong));
    }

    @Override
    public Object primitive() {
        try {
            bare.initVerify(publicKey);
            bare.update(signed);
            return bare.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
