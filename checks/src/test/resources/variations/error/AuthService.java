package io.acme.err;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.NotAuthorizedException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

public class AuthService {
    private final TokenRepo repo;
    private final LdapConfig ldap;

    AuthService(TokenRepo repo, LdapConfig ldap) {
        this.repo = repo;
        this.ldap = ldap;
    }

    void one(String accessToken) {
        if (repo.find(accessToken) == null) {
            throw new IllegalArgumentException("Unknown access token: " + accessToken); // BUG: SecretInErrorMessage
        }
    }

    void two(HttpServletRequest request) {
        String key = request.getHeader("X-Api-Key");
        throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Invalid API key " + key); // BUG: SecretInErrorMessage
    }

    void three(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String password = request.getParameter("password");
        response.sendError(400, String.format("Password '%s' is too short", password)); // BUG: SecretInErrorMessage
    }

    void four() {
        try {
            ldap.bind(ldap.getBindDn(), ldap.getBindPassword());
        } catch (RuntimeException e) {
            throw new IllegalStateException("Cannot bind as " + ldap.getBindDn() + "/" + ldap.getBindPassword(), e); // BUG: SecretInErrorMessage
        }
    }

    void five(String refreshToken) {
        throw new WebApplicationException(
                Response.status(401).entity("expired refresh token " + refreshToken).build()); // BUG: SecretInErrorMessage
    }

    void six(String clientSecret) {
        String message = "bad client secret: ".concat(clientSecret);
        throw new NotAuthorizedException(message); // BUG: SecretInErrorMessage
    }

    void good(String userName, String password) {
        if (password.length() < 8) {
            throw new IllegalArgumentException("Password too short: " + password.length()); // OK: SecretInErrorMessage
        }
        if (userName == null) {
            throw new IllegalArgumentException("No password for user " + userName); // OK: SecretInErrorMessage
        }
    }

    void goodToken(String tokenType, String apiKeyName) {
        throw new IllegalArgumentException("Unsupported token type " + tokenType + " for " + apiKeyName); // OK: SecretInErrorMessage
    }

    void goodParser(Token token) {
        throw new IllegalStateException("Unexpected token " + token); // OK: SecretInErrorMessage
    }

    void goodHeader(HttpServletRequest request) {
        throw new IllegalStateException("Unsupported content type " + request.getHeader("Content-Type")); // OK: SecretInErrorMessage
    }
}
