package dev.keywright.benchmarks;

import dev.keywright.runtime.replay.NonceStore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** CANONICAL by hand, in Spring Security's chain: the same digests over the same text, and one insertion into the same store. */
final class SpringSignatureFilter extends OncePerRequestFilter {

    private final SecretKeySpec key;
    private final String credential = "spring" + Application.next();

    SpringSignatureFilter(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readAllBytes();
        if (!isGenuine(request, body)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                "a", "", AuthorityUtils.createAuthorityList("SCOPE_orders:write")));
        SecurityContextHolder.setContext(context);
        chain.doFilter(new Replayed(request, body), response);
    }

    private boolean isGenuine(HttpServletRequest request, byte[] body) {
        String timestamp = request.getHeader("X-API-Timestamp");
        String nonce = request.getHeader("X-API-Nonce");
        long now = System.currentTimeMillis();
        if (timestamp == null || nonce == null || Math.abs(Long.parseLong(timestamp) * 1_000 - now) > 600_000) {
            return false;
        }
        String query = request.getQueryString();
        String signed = "KEYWRIGHT-HMAC-SHA256-1\n" + request.getHeader("X-API-Key-Id") + '\n' + request.getMethod()
                + '\n'
                + request.getHeader("Host") + '\n' + request.getRequestURI() + '\n' + (query == null ? "" : '?' + query)
                + '\n' + request.getContentType() + '\n' + timestamp + '\n' + nonce + '\n'
                + SpringChains.hex(Primitives.sha256().digest(body));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] expected = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            byte[] presented = Base64.getDecoder().decode(request.getHeader("X-API-Signature"));
            return MessageDigest.isEqual(expected, presented)
                    && Application.NONCES.record(credential, nonce, now + 630_000, now) == NonceStore.Answer.RECORDED;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body again, for whoever comes next. */
    private static final class Replayed extends HttpServletRequestWrapper {

        private final byte[] body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new DelegatingServletInputStream(new ByteArrayInputStream(body));
        }
    }
}
