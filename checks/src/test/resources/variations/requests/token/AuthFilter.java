package org.shopadmin.filter;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

public class AuthFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith("Bearer ")) {
            DecodedJWT jwt = JWT.decode(header.substring(7)); // BUG: UnverifiedToken
            if (jwt.getExpiresAt().getTime() > System.currentTimeMillis()) {
                String username = jwt.getSubject();
                List<SimpleGrantedAuthority> roles = jwt.getClaim("roles").asList(String.class).stream()
                        .map(SimpleGrantedAuthority::new)
                        .toList();
                SecurityContextHolder.getContext()
                        .setAuthentication(new UsernamePasswordAuthenticationToken(username, null, roles));
            }
        }
        chain.doFilter(request, response);
    }
}

final class NoneAlgorithm {
    String subject(String token) {
        return JWT.require(Algorithm.none()).build().verify(token).getSubject(); // BUG: UnverifiedToken
    }
}

final class Fixed {
    private final Algorithm algorithm;
    private final KeyFinder finder;

    Fixed(Algorithm algorithm, KeyFinder finder) {
        this.algorithm = algorithm;
        this.finder = finder;
    }

    String subject(String token) {
        JWTVerifier verifier = JWT.require(algorithm).withIssuer("shopadmin").build();
        try {
            return verifier.verify(token).getSubject(); // OK: UnverifiedToken
        } catch (JWTVerificationException e) {
            throw new IllegalStateException("invalid token", e);
        }
    }

    DecodedJWT byKeyId(String token) {
        DecodedJWT unverified = JWT.decode(token); // OK: UnverifiedToken
        Algorithm rsa = Algorithm.RSA256(finder.find(unverified.getKeyId()), null);
        return JWT.require(rsa).build().verify(unverified);
    }

    interface KeyFinder {
        java.security.interfaces.RSAPublicKey find(String id);
    }
}
