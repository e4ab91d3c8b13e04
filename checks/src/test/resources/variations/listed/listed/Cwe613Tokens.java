package listed;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jwt.SignedJWT;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;

public class Cwe613Tokens {
    String bad1(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(h -> h.substring(7))
                .map(JWT::decode) // BUG: UnverifiedToken
                .map(DecodedJWT::getSubject)
                .orElseThrow();
    }

    String bad2(String name, Algorithm algorithm) {
        return JWT.create().withSubject(name).withIssuedAt(Instant.now()).sign(algorithm); // BUG: UnverifiedToken
    }

    String bad3(String name) {
        return JWT.create().withSubject(name).withExpiresAt(Instant.now().plusSeconds(60)).sign(Algorithm.none()); // BUG: UnverifiedToken
    }

    String bad4(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // BUG: UnverifiedToken
        return jwt.getJWTClaimsSet().getSubject();
    }

    String bad5(Key key, String user) {
        return Jwts.builder().setSubject(user).signWith(key).compact(); // BUG: UnverifiedToken
    }

    Algorithm bad6(String name, byte[] secret) {
        return switch (name) {
            case "HS256" -> Algorithm.HMAC256(secret);
            case "HS512" -> Algorithm.HMAC512(secret);
            default -> Algorithm.none(); // BUG: UnverifiedToken
        };
    }

    String bad7(String token) {
        String[] parts = token.split("\\.");
        String json = new String(java.util.Base64.getUrlDecoder().decode(parts[1])); // BUG: UnverifiedToken
        return new org.json.JSONObject(json).getString("sub");
    }

    String good1(HttpServletRequest request, Algorithm algorithm) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(h -> h.substring(7))
                .map(JWT.require(algorithm).build()::verify) // OK: UnverifiedToken
                .map(DecodedJWT::getSubject)
                .orElseThrow();
    }

    String good2(String name, Algorithm algorithm) {
        return JWT.create().withSubject(name).withExpiresAt(Instant.now().plusSeconds(600)).sign(algorithm); // OK: UnverifiedToken
    }

    String good3(String token, com.nimbusds.jose.JWSVerifier verifier) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // OK: UnverifiedToken
        if (!jwt.verify(verifier) || jwt.getJWTClaimsSet().getExpirationTime().before(new Date())) {
            throw new SecurityException("bad token");
        }
        return jwt.getJWTClaimsSet().getSubject();
    }

    Claims good4(Key key, String token) {
        Function<String, Claims> reader = t -> Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(t).getBody(); // OK: UnverifiedToken
        return reader.apply(token);
    }
}
