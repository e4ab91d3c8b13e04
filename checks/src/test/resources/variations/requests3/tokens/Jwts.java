package acme.tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

class TokenFilter {

    private final SecretKey key;

    TokenFilter(SecretKey key) {
        this.key = key;
    }

    String decodeOnly(String header) {
        DecodedJWT jwt = JWT.decode(header.substring(7)); // BUG: UnverifiedToken
        return jwt.getSubject();
    }

    String verified(String header) {
        DecodedJWT jwt = JWT.require(Algorithm.HMAC256(key.getEncoded())).build().verify(header.substring(7)); // OK: UnverifiedToken
        return jwt.getSubject();
    }

    String nimbusParsed(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // BUG: UnverifiedToken
        return jwt.getJWTClaimsSet().getStringClaim("role");
    }

    String nimbusVerified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // OK: UnverifiedToken
        if (!jwt.verify(new MACVerifier(key)) || jwt.getJWTClaimsSet().getExpirationTime().before(new Date())) {
            throw new SecurityException("refused");
        }
        return jwt.getJWTClaimsSet().getSubject();
    }

    String anyJwt(String token) throws Exception {
        return JWTParser.parse(token).getJWTClaimsSet().getSubject(); // BUG: UnverifiedToken
    }

    String plain(String token) throws Exception {
        return PlainJWT.parse(token).getJWTClaimsSet().getSubject(); // BUG: UnverifiedToken
    }

    String payload(String token) throws Exception {
        return JWSObject.parse(token).getPayload().toString(); // BUG: UnverifiedToken
    }

    Claims unsigned(String token) {
        return Jwts.parser().unsecured().build().parseUnsecuredClaims(token).getPayload(); // BUG: UnverifiedToken
    }

    Claims oldWay(String token) {
        return (Claims) Jwts.parser().setSigningKey(key).parse(token).getBody(); // BUG: UnverifiedToken
    }

    Claims goodWay(String token) {
        return Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload(); // OK: UnverifiedToken
    }

    String issueForever(String user) {
        return Jwts.builder().subject(user).signWith(key).compact(); // BUG: UnverifiedToken
    }

    String issue(String user) {
        return Jwts.builder().subject(user).expiration(new Date(System.currentTimeMillis() + 60_000)).signWith(key).compact(); // OK: UnverifiedToken
    }

    String issueAuth0(String user) {
        return JWT.create().withSubject(user).sign(Algorithm.HMAC256(key.getEncoded())); // BUG: UnverifiedToken
    }

    String none(String user) {
        return JWT.create().withSubject(user).withExpiresAt(new Date()).sign(Algorithm.none()); // BUG: UnverifiedToken
    }

    Object lax() throws Exception {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setSkipSignatureVerification() // BUG: UnverifiedToken
                .build();
        return consumer;
    }

    Map<?, ?> byHand(String token) throws Exception {
        String[] parts = token.split("\\.");
        byte[] body = Base64.getUrlDecoder().decode(parts[1]); // BUG: UnverifiedToken
        Map<?, ?> claims = new com.fasterxml.jackson.databind.ObjectMapper().readValue(body, Map.class);
        if ("admin".equals(claims.get("role"))) {
            return claims;
        }
        throw new SecurityException("no");
    }
}
