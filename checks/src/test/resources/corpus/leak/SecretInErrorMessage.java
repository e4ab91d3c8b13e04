package corpus.leak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ResponseStatusException;

class Errors {

    private final String signingKey = System.getenv("SIGNING_KEY");

    void illegal(String password) {
        if (password.length() < 8) {
            throw new IllegalArgumentException("weak password: " + password); // BUG: SecretInErrorMessage
        }
    }

    void state() {
        throw new IllegalStateException("cannot use key " + signingKey); // BUG: SecretInErrorMessage
    }

    void formatted(String apiKey) {
        throw new SecurityException(String.format("unknown key %s", apiKey)); // BUG: SecretInErrorMessage
    }

    void viaFormatted(String apiKey) {
        throw new SecurityException("unknown key %s".formatted(apiKey)); // BUG: SecretInErrorMessage
    }

    void sendError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String given = request.getHeader("X-Api-Key");
        response.sendError(401, "bad key " + given); // BUG: SecretInErrorMessage
    }

    void status(String accessToken) {
        throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "expired " + accessToken); // BUG: SecretInErrorMessage
    }

    ProblemDetail problem(String refreshToken) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "no such token " + refreshToken); // BUG: SecretInErrorMessage
    }

    ProblemDetail detail(String refreshToken) {
        ProblemDetail d = ProblemDetail.forStatus(401);
        d.setDetail("unknown: " + refreshToken); // BUG: SecretInErrorMessage
        return d;
    }

    String orElseThrow(Optional<String> found, String sessionToken) {
        return found.orElseThrow(() -> new IllegalStateException("no session for " + sessionToken)); // BUG: SecretInErrorMessage
    }

    void custom(String clientSecret, Throwable cause) {
        String message = "client refused with " + clientSecret;
        throw new ClientException(message, cause); // BUG: SecretInErrorMessage
    }

    void required(String passphrase) {
        Objects.requireNonNull(null, "nothing for " + passphrase); // BUG: SecretInErrorMessage
    }

    void checked(boolean ok, String password) {
        if (!ok) {
            String text = new StringBuilder("bad: ").append(password).toString();
            throw new IllegalArgumentException(text); // BUG: SecretInErrorMessage
        }
    }

    void fine(String password, String apiKey, String keyId, String user) throws IOException {
        if (password == null) {
            throw new IllegalArgumentException("password is missing"); // OK: SecretInErrorMessage
        }
        if (password.length() < 8) {
            throw new IllegalArgumentException("password has " + password.length() + " characters"); // OK: SecretInErrorMessage
        }
        if (apiKey.isBlank()) {
            throw new SecurityException("no key for " + user); // OK: SecretInErrorMessage
        }
        throw new IOException("key " + keyId + " is expired"); // OK: SecretInErrorMessage
    }

    void masked(String apiKey) {
        throw new SecurityException("unknown key " + mask(apiKey)); // OK: SecretInErrorMessage
    }

    void prefixOnly(String apiKey) {
        throw new SecurityException("unknown key " + apiKey.substring(0, 4) + "..."); // OK: SecretInErrorMessage
    }

    void parser(String token, int line) {
        throw new IllegalStateException("unexpected token " + token + " at " + line); // OK: SecretInErrorMessage
    }

    void algorithm(String keyAlgorithm) {
        throw new IllegalArgumentException("unsupported key algorithm " + keyAlgorithm); // OK: SecretInErrorMessage
    }

    void variable(String secretName) {
        throw new IllegalStateException("environment variable " + secretName + " is not set"); // OK: SecretInErrorMessage
    }

    void answer(HttpServletResponse response) throws IOException {
        response.sendError(401, "invalid credentials"); // OK: SecretInErrorMessage
    }

    void url(String tokenUrl) {
        throw new IllegalStateException("cannot reach " + tokenUrl); // OK: SecretInErrorMessage
    }

    private static String mask(String s) {
        return "****";
    }

    static class ClientException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClientException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
