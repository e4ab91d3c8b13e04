package org.acme.pulsar.auth;

import com.auth0.jwt.exceptions.JWTVerificationException;
import com.google.common.base.Preconditions;
import com.google.common.base.Verify;
import io.grpc.Status;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.AuthenticationException;
import org.apache.commons.lang3.Validate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.util.Assert;
import org.springframework.web.server.ResponseStatusException;

public class TokenErrors {
    private JwtParser parser;
    private String clientSecret;

    String role(HttpServletRequest request) throws AuthenticationException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            throw new AuthenticationException("Invalid HTTP Authorization header: " + header); // BUG: SecretInErrorMessage
        }
        String jwt = header.substring("Bearer ".length());
        try {
            return parser.parseClaimsJws(jwt).getBody().getSubject();
        } catch (JwtException e) {
            throw new AuthenticationException("Failed to authenticate token: " + e.getMessage()); // OK: SecretInErrorMessage
        }
    }

    void sized(String base64Key) {
        byte[] raw = java.util.Base64.getDecoder().decode(base64Key);
        if (raw.length != 32) {
            throw new IllegalArgumentException("Key must be 32 bytes but has " + raw.length); // OK: SecretInErrorMessage
        }
        SecretKeySpec spec = new SecretKeySpec(raw, "AES");
        if (spec.getEncoded().length == 0) {
            throw new IllegalArgumentException("bad key " + base64Key); // BUG: SecretInErrorMessage
        }
    }

    void guava(String signingKey) {
        Preconditions.checkArgument(signingKey.length() >= 32, "signing key %s is too short", signingKey); // BUG: SecretInErrorMessage
        Preconditions.checkArgument(signingKey.length() >= 32, "signing key is too short: %s", signingKey.length()); // OK: SecretInErrorMessage
        Verify.verify(!signingKey.isBlank(), "signing key missing");
    }

    void commons(String password) {
        Validate.isTrue(password.length() > 8, "The password '%s' is too short", password); // BUG: SecretInErrorMessage
        Assert.hasLength(password, "password.invalid"); // OK: SecretInErrorMessage
    }

    void spring(String password) {
        Assert.isTrue(password.length() > 8, () -> "password " + password + " is too short"); // BUG: SecretInErrorMessage
        throw new BadCredentialsException(String.format("Bad password: %s", password)); // BUG: SecretInErrorMessage
    }

    void status(String apiKey) {
        throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "API key " + apiKey + " is unknown"); // BUG: SecretInErrorMessage
    }

    ProblemDetail problem(String apiKey) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "no such key: " + apiKey); // BUG: SecretInErrorMessage
    }

    void servlet(HttpServletResponse response, String accessToken) throws IOException {
        response.sendError(401, "Expired token: ".concat(accessToken)); // BUG: SecretInErrorMessage
        response.sendError(401, "Expired token"); // OK: SecretInErrorMessage
    }

    void jaxrs(String sessionToken) {
        throw new WebApplicationException("session " + sessionToken + " unknown", Response.Status.FORBIDDEN); // BUG: SecretInErrorMessage
    }

    void jaxrsChallenge() {
        throw new NotAuthorizedException("Bearer realm=\"acme\""); // OK: SecretInErrorMessage
    }

    void grpc(String idToken) {
        throw Status.UNAUTHENTICATED.withDescription("cannot verify " + idToken).asRuntimeException(); // BUG: SecretInErrorMessage
    }

    String required(Map<String, String> settings, String propertyName) {
        return Optional.ofNullable(settings.get(propertyName))
                .orElseThrow(() -> new IllegalStateException("missing property " + propertyName)); // OK: SecretInErrorMessage
    }

    void login(LoginClient client, String user) throws IOException {
        try {
            client.login(user, clientSecret);
        } catch (IOException e) {
            throw new IOException("Login as " + user + " with " + clientSecret + " failed", e); // BUG: SecretInErrorMessage
        }
    }

    byte[] decrypt(Path file, String masterKey) throws IOException {
        byte[] data = Files.readAllBytes(file);
        Objects.requireNonNull(masterKey, "masterKey"); // OK: SecretInErrorMessage
        try {
            Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
            return c.doFinal(data);
        } catch (Exception e) {
            String text = "Could not decrypt " + file + " using key " + masterKey;
            throw new IOException(text, e); // BUG: SecretInErrorMessage
        }
    }

    void wrap(String refreshToken) {
        throw new TokenRefreshException(refreshToken, "Refresh token was expired");
    }

    void verify(String presented) {
        throw new JWTVerificationException("kid of token unknown"); // OK: SecretInErrorMessage
    }
}

class TokenRefreshException extends RuntimeException {
    TokenRefreshException(String token, String message) {
        super(String.format("Failed for [%s]: %s", token, message)); // BUG: SecretInErrorMessage
    }
}

interface LoginClient {
    void login(String user, String secret) throws IOException;
}
