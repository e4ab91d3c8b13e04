package com.acme.web.session;

import java.security.MessageDigest;
import java.util.Date;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.codec.Utf8;
import org.springframework.security.web.authentication.rememberme.CookieTheftException;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.PersistentRememberMeToken;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

public class RememberMe {
    private PersistentTokenRepository tokenRepository;
    private CsrfTokenRepository csrfTokens;
    private String key;

    UserDetails processAutoLoginCookie(String[] cookieTokens) {
        if (cookieTokens.length != 2) {
            throw new InvalidCookieException("Cookie token did not contain 2 tokens");
        }
        String presentedSeries = cookieTokens[0];
        String presentedToken = cookieTokens[1];
        PersistentRememberMeToken token = tokenRepository.getTokenForSeries(presentedSeries);
        if (!presentedToken.equals(token.getTokenValue())) { // BUG: TimingUnsafeComparison
            throw new CookieTheftException("Invalid remember-me token (Series/token) mismatch.");
        }
        return null;
    }

    boolean signed(String[] cookieTokens, String password) throws Exception {
        long expiry = Long.parseLong(cookieTokens[1]);
        if (expiry < new Date().getTime()) {
            return false;
        }
        String data = cookieTokens[0] + ":" + expiry + ":" + password + ":" + key;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String expectedTokenSignature = new String(org.springframework.security.crypto.codec.Hex.encode(digest.digest(data.getBytes()))); // BUG: WeakSecretStorage // BUG: WeakMac
        return equals(expectedTokenSignature, cookieTokens[2]); // OK: TimingUnsafeComparison
    }

    private static boolean equals(String expected, String actual) {
        byte[] expectedBytes = expected == null ? null : Utf8.encode(expected);
        byte[] actualBytes = actual == null ? null : Utf8.encode(actual);
        return MessageDigest.isEqual(expectedBytes, actualBytes);
    }

    boolean csrf(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken csrfToken = csrfTokens.loadToken(request);
        String actualToken = request.getHeader(csrfToken.getHeaderName());
        if (actualToken == null) {
            actualToken = request.getParameter(csrfToken.getParameterName());
        }
        return csrfToken.getToken().equals(actualToken); // BUG: TimingUnsafeComparison
    }

    boolean sameUser(Optional<UserDetails> found, String name) {
        return found.map(UserDetails::getUsername).filter(name::equals).isPresent(); // OK: TimingUnsafeComparison
    }
}

class ResetService {
    private final ResetRepository repository;

    ResetService(ResetRepository repository) {
        this.repository = repository;
    }

    boolean redeem(String email, String presented) {
        return repository.findByEmail(email)
                .map(r -> r.resetToken())
                .filter(t -> t.equals(presented)) // BUG: TimingUnsafeComparison
                .isPresent();
    }

    boolean redeemByReference(String email, String presented) {
        return repository.findByEmail(email).map(Reset::resetToken).filter(presented::equals).isPresent(); // BUG: TimingUnsafeComparison
    }

    boolean confirm(String password, String confirmPassword) {
        return password.equals(confirmPassword); // OK: TimingUnsafeComparison
    }
}

interface ResetRepository {
    Optional<Reset> findByEmail(String email);
}

record Reset(String email, String resetToken) {} // BUG: SecretInToString
