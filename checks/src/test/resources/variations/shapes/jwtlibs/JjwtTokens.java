package jwtlibs;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.crypto.SecretKey;

class JjwtTokens {

    private static final String TEXT = "c2hvcnQtYnV0LXN1ZmZpY2llbnQtZm9yLXRoaXMtcHVycG9zZQ";
    private final SecretKey key;

    JjwtTokens(SecretKey key) {
        this.key = key;
    }

    String endless(String user) {
        return Jwts.builder().setSubject(user).setIssuedAt(new Date()).signWith(key).compact(); // BUG: UnverifiedToken
    }

    String bounded(String user) {
        return Jwts.builder() // OK: UnverifiedToken
                .setSubject(user)
                .setExpiration(Date.from(Instant.now().plus(Duration.ofMinutes(10))))
                .signWith(key)
                .compact();
    }

    String userBad(String token) {
        int last = token.lastIndexOf('.');
        String unsigned = token.substring(0, last + 1);
        return Jwts.parserBuilder().build().parseClaimsJwt(unsigned).getBody().getSubject(); // BUG: UnverifiedToken
    }

    String userAny(String token) {
        Claims claims = (Claims) Jwts.parserBuilder().setSigningKey(key).build().parse(token).getBody(); // BUG: UnverifiedToken
        return claims.getSubject();
    }

    String userGood(String token) {
        Jws<Claims> jws = Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token); // OK: UnverifiedToken
        return jws.getBody().getSubject();
    }

    SecretKey literal() {
        return Keys.hmacShaKeyFor(TEXT.getBytes(StandardCharsets.UTF_8)); // BUG: HardcodedSecret
    }

    String oldStyle(String user) {
        return Jwts.builder()
                .setSubject(user)
                .setExpiration(new Date(System.currentTimeMillis() + 600_000))
                .signWith(SignatureAlgorithm.HS256, "bXktand0LXNlY3JldA==") // BUG: HardcodedSecret
                .compact();
    }

    boolean swallowed(String token) {
        boolean valid = true;
        try {
            Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
        } catch (JwtException e) {
            valid = token.length() > 10; // BUG: SignatureCheckBypassed
        }
        return valid;
    }

    boolean caught(String token) {
        try {
            Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
            return true;
        } catch (JwtException e) {
            return false; // OK: SignatureCheckBypassed
        }
    }
}
