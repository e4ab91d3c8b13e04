package edu.example.apis;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jose.JWSVerifier;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.security.PublicKey;
import java.util.Date;
import javax.crypto.SecretKey;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Tokens that are believed, checked or not. */
public class Tokens {

    String unsignedClaims(String token) {
        Claims claims = Jwts.parser().build().parseUnsecuredClaims(token).getPayload(); // BUG: UnverifiedToken
        return claims.getSubject();
    }

    String anyParse(String token, Key key) {
        Claims claims = (Claims) Jwts.parser().setSigningKey(key).parse(token).getBody(); // BUG: UnverifiedToken
        return claims.getSubject();
    }

    String signedClaims(String token, SecretKey key) {
        Claims claims = Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload(); // OK: UnverifiedToken
        return claims.getSubject();
    }

    String auth0Decoded(String token) {
        DecodedJWT decoded = JWT.decode(token); // BUG: UnverifiedToken
        return decoded.getSubject();
    }

    String auth0Verified(String token, byte[] secret) {
        DecodedJWT decoded = JWT.require(Algorithm.HMAC256(secret)).build().verify(token); // OK: UnverifiedToken
        return decoded.getSubject();
    }

    String auth0None() {
        return JWT.create().withSubject("a").withExpiresAt(new Date()).sign(Algorithm.none()); // BUG: UnverifiedToken
    }

    String auth0AcceptNone(String token) {
        return JWT.require(Algorithm.none()).build().verify(token).getSubject(); // BUG: UnverifiedToken
    }

    String nimbusParsed(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // BUG: UnverifiedToken
        return jwt.getJWTClaimsSet().getSubject();
    }

    String nimbusVerified(String token, JWSVerifier verifier) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // OK: UnverifiedToken
        if (!jwt.verify(verifier) || new Date().after(jwt.getJWTClaimsSet().getExpirationTime())) {
            throw new SecurityException("refused");
        }
        return jwt.getJWTClaimsSet().getSubject();
    }

    String nimbusIgnored(String token, JWSVerifier verifier) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        jwt.verify(verifier); // BUG: SignatureCheckBypassed
        return jwt.getJWTClaimsSet().getSubject();
    }

    String nimbusPlain(String token) throws Exception {
        return PlainJWT.parse(token).getJWTClaimsSet().getSubject(); // BUG: UnverifiedToken
    }

    JwtConsumer jose4jSkipping() {
        return new JwtConsumerBuilder().setSkipSignatureVerification().setRequireExpirationTime().build(); // BUG: UnverifiedToken
    }

    JwtConsumer jose4jGood(PublicKey key) {
        return new JwtConsumerBuilder().setVerificationKey(key).setRequireExpirationTime().build(); // OK: UnverifiedToken
    }
}
