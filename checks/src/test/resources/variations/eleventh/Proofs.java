package eleventh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

/** Hashes that prove to know a secret, beside what came. */
final class Proofs {

    private final String secretKey;

    Proofs(String secretKey) {
        this.secretKey = secretKey;
    }

    boolean isSigned(String text) throws Exception {
        String time = text.substring(0, 13);
        String hash = text.substring(14);
        String all = time + ':' + secretKey;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(all.getBytes(StandardCharsets.UTF_8));
        String made = Base64.getEncoder().encodeToString(digest.digest()); // BUG: WeakMac
        return hash.equalsIgnoreCase(made); // BUG: TimingUnsafeComparison
    }

    boolean answers(Person person, String nonce, Lines lines) {
        String hash = lines.next();
        return Sums.md5(person.code() + nonce).equals(hash); // BUG: TimingUnsafeComparison
    }

    boolean isPage(String name, Lines lines) {
        String hash = lines.next();
        return Sums.md5(name + lines.number()).equals(hash); // OK: TimingUnsafeComparison
    }
}

/** A typed password beside one that is kept digested, both handed in. */
final class Handler {

    boolean checkPassword(String plainPassword, String digestedPassword) {
        return plainPassword.equals(digestedPassword); // BUG: TimingUnsafeComparison
    }

    boolean checkColor(String plainColor, String mixedColor) {
        return plainColor.equals(mixedColor); // OK: TimingUnsafeComparison
    }
}

/** The token of a form, beside the session's attribute. */
final class CsrfGuard {

    private static final String CSRF_TOKEN = "guard.csrf.token";
    private static final String COLOR = "guard.color";

    void check(HttpServletRequest request, HttpSession session, Params params) {
        String token = params.token().from(request);
        if (token == null || !token.equals(session.getAttribute(CSRF_TOKEN))) { // BUG: TimingUnsafeComparison
            throw new IllegalArgumentException("no");
        }
        String color = params.color().from(request);
        if (!color.equals(session.getAttribute(COLOR))) { // OK: TimingUnsafeComparison
            throw new IllegalArgumentException("no");
        }
    }

    void guard(Supplied supplied, Held held) {
        String token = held.begin();
        String candidate = supplied.next();
        if (!token.equals(candidate)) { // BUG: TimingUnsafeComparison
            throw new IllegalArgumentException("no");
        }
    }
}
