package jwtlibs;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Instant;
import java.util.Optional;

class Auth0Tokens {

    private final Algorithm algorithm;

    Auth0Tokens(String jwtSecret) {
        this.algorithm = Algorithm.HMAC256(jwtSecret); // OK: HardcodedSecret
    }

    Auth0Tokens() {
        this.algorithm = Algorithm.HMAC512("do-not-tell-anyone-this-one"); // BUG: HardcodedSecret
    }

    Optional<String> tenantBad(String bearer) {
        return Optional.of(bearer).map(JWT::decode).map(jwt -> jwt.getClaim("tenant").asString()); // BUG: UnverifiedToken
    }

    Optional<String> tenantGood(String bearer) {
        try {
            DecodedJWT jwt = JWT.require(algorithm).withIssuer("https://id.example").build().verify(bearer); // OK: UnverifiedToken
            return Optional.of(jwt.getClaim("tenant").asString());
        } catch (JWTVerificationException e) {
            return Optional.empty();
        }
    }

    boolean isAdmin(String bearer) {
        DecodedJWT jwt = JWT.decode(bearer); // BUG: UnverifiedToken
        return "admin".equals(jwt.getClaim("role").asString());
    }

    String kidGood(String bearer) {
        DecodedJWT jwt = JWT.require(algorithm).build().verify(bearer);
        return JWT.decode(jwt.getToken()).getKeyId(); // OK: UnverifiedToken
    }

    String none(String user) {
        return JWT.create()
                .withSubject(user)
                .withExpiresAt(Instant.now().plusSeconds(300))
                .sign(Algorithm.none()); // BUG: UnverifiedToken
    }

    String good(String user) {
        return JWT.create().withSubject(user).withExpiresAt(Instant.now().plusSeconds(300)).sign(algorithm); // OK: UnverifiedToken
    }
}
