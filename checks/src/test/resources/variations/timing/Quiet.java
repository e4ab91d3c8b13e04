package io.acme.quiet;

import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.springframework.security.crypto.password.PasswordEncoder;

public class Quiet {
    private final PasswordEncoder encoder;
    private final Account account;

    Quiet(PasswordEncoder encoder, Account account) {
        this.encoder = encoder;
        this.account = account;
    }

    boolean header(HttpServletRequest request) {
        String auth = request.getHeader("Authorization");
        if (auth == null || auth.equals("") || "Bearer".equals(auth)) { // OK: TimingUnsafeComparison
            return false;
        }
        return MessageDigest.isEqual(auth.getBytes(), account.getApiToken().getBytes()); // OK: TimingUnsafeComparison
    }

    boolean confirm(SignupForm form) {
        return form.getPassword().equals(form.getConfirmPassword()); // OK: TimingUnsafeComparison
    }

    boolean matches(String password) {
        return encoder.matches(password, account.getPassword()); // OK: TimingUnsafeComparison
    }

    boolean grantType(HttpServletRequest request) {
        return "password".equals(request.getParameter("grant_type")); // OK: TimingUnsafeComparison
    }

    boolean changed(Config before, Config after) {
        return !Objects.equals(before.getClientSecret(), after.getClientSecret()); // OK: TimingUnsafeComparison
    }

    boolean event(HttpServletRequest request, Node node) {
        return node.getEventName().equals(request.getHeader("X-GitHub-Event")); // OK: TimingUnsafeComparison
    }

    boolean etag(HttpServletRequest request, Blob blob) {
        return blob.getEtag().equals(request.getHeader("If-None-Match")); // OK: TimingUnsafeComparison
    }

    boolean parser(Token token, Set<String> keywords) {
        return token.getText().equals("if") || keywords.contains(token.getText()); // OK: TimingUnsafeComparison
    }

    boolean tokenType(TokenResponse response) {
        return response.getTokenType().equals("Bearer"); // OK: TimingUnsafeComparison
    }
}
