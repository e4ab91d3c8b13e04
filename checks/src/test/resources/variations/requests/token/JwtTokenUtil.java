package com.mall.security;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.Jwt;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtHandlerAdapter;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.SigningKeyResolverAdapter;
import java.security.Key;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@Component
public class JwtTokenUtil {
    @Value("${jwt.secret}")
    private String secret;

    @Value("${jwt.expiration}")
    private Long expiration;

    private final KeyStoreService keys;

    public JwtTokenUtil(KeyStoreService keys) {
        this.keys = keys;
    }

    public String userNameOf(String token) {
        Claims claims = (Claims) Jwts.parser().setSigningKey(secret).parse(token).getBody(); // BUG: UnverifiedToken
        return claims.getSubject();
    }

    public String tenantOf(String token) {
        Jwt<?, ?> jwt = Jwts.parserBuilder().setSigningKey(keys.current()).build().parse(token); // BUG: UnverifiedToken
        return ((Claims) jwt.getBody()).get("tenant", String.class);
    }

    public String roleWithoutSignature(String token) {
        int i = token.lastIndexOf('.');
        String withoutSignature = token.substring(0, i + 1);
        return Jwts.parser().parseClaimsJwt(withoutSignature).getBody().get("role", String.class); // BUG: UnverifiedToken
    }

    public String byHandler(String token) {
        return Jwts.parser().setSigningKey(secret).parse(token, new JwtHandlerAdapter<String>() {
            @Override
            public String onClaimsJwt(Jwt<io.jsonwebtoken.Header, Claims> jwt) { // BUG: UnverifiedToken
                return jwt.getBody().getSubject();
            }
        });
    }

    public String byGoodHandler(String token) {
        return Jwts.parser().setSigningKey(secret).parse(token, new JwtHandlerAdapter<String>() { // OK: UnverifiedToken
            @Override
            public String onClaimsJws(Jws<Claims> jws) {
                return jws.getBody().getSubject();
            }
        });
    }

    public Claims claims(String token) {
        try {
            return Jwts.parser().setSigningKey(secret).parseClaimsJws(token).getBody(); // OK: UnverifiedToken
        } catch (JwtException e) {
            return null;
        }
    }

    public Claims claims12(String token) {
        return Jwts.parser().verifyWith(keys.secretKey()).build().parseSignedClaims(token).getPayload(); // OK: UnverifiedToken
    }

    public Claims resolver(String token) {
        return Jwts.parser() // OK: UnverifiedToken
                .setSigningKeyResolver(new SigningKeyResolverAdapter() {
                    @Override
                    public Key resolveSigningKey(JwsHeader header, Claims claims) {
                        return keys.byId(header.getKeyId());
                    }
                })
                .parseClaimsJws(token)
                .getBody();
    }

    public String generate(String user) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", user);
        return Jwts.builder() // OK: UnverifiedToken
                .setClaims(claims)
                .setExpiration(new Date(System.currentTimeMillis() + expiration * 1000))
                .signWith(SignatureAlgorithm.HS512, secret)
                .compact();
    }

    public String forever(String user) {
        return Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS512, secret).compact(); // BUG: UnverifiedToken
    }

    interface KeyStoreService {
        Key current();

        javax.crypto.SecretKey secretKey();

        Key byId(String id);
    }
}
