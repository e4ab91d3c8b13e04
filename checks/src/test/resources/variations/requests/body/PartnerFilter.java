package com.partner.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

class PartnerFilter extends OncePerRequestFilter {
    private final byte[] secret;

    PartnerFilter(byte[] secret) {
        this.secret = secret;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String timestamp = request.getHeader("X-Timestamp");
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs().toMinutes() > 5) {
            response.sendError(401);
            return;
        }
        String message = request.getMethod() + "\n" + request.getRequestURI() + "\n" + timestamp;
        byte[] expected = hmac(message.getBytes(StandardCharsets.UTF_8)); // BUG: SignatureOmitsBody
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        if (!MessageDigest.isEqual(expected, given)) {
            response.sendError(401);
            return;
        }
        chain.doFilter(request, response);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

class PartnerFilterFixed extends OncePerRequestFilter {
    private final byte[] secret;

    PartnerFilterFixed(byte[] secret) {
        this.secret = secret;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CachedBody cached = new CachedBody(request);
        String timestamp = request.getHeader("X-Timestamp");
        if (Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs().toMinutes() > 5) {
            response.sendError(401);
            return;
        }
        String message = request.getMethod() + "\n" + request.getRequestURI() + "\n" + timestamp + "\n"
                + new String(cached.getBody(), StandardCharsets.UTF_8);
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        if (!MessageDigest.isEqual(hmac(message.getBytes(StandardCharsets.UTF_8)), given)) { // OK: SignatureOmitsBody
            response.sendError(401);
            return;
        }
        chain.doFilter(cached, response);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

class CachedBody extends ContentCachingRequestWrapper {
    CachedBody(HttpServletRequest request) {
        super(request);
    }

    byte[] getBody() {
        return getContentAsByteArray();
    }
}
