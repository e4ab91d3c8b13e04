package tenth;

import com.auth0.jwt.JWTVerifier;
import org.slf4j.Logger;

/** A bare token beside a library that reads tokens, and one that was made of the time. */
final class Tokens {

    private final Logger log;
    private final JWTVerifier verifier;

    Tokens(Logger log, JWTVerifier verifier) {
        this.log = log;
        this.verifier = verifier;
    }

    String subject(String token) {
        log.debug("reading the token of {}", verifier.verify(token).getSubject());
        log.debug("a token of {} characters", token.length());
        log.debug("token {}", token); // BUG: SecretLogged
        return verifier.verify(token).getSubject();
    }

    String newToken(int userId, String until) {
        String token = Digests.getMd5(userId + until + System.currentTimeMillis()); // BUG: WeakSecretRandom
        return token;
    }

    String cacheKey(int userId, String page) {
        String key = Digests.getMd5(userId + page);
        return key;
    }

    void answered(Ticket ticket, long expires) {
        String text = "access_token=" + ticket.getId() + "&expires=" + expires;
        log.debug("text : {}", text); // BUG: SecretLogged
    }

    void counted(Ticket ticket) {
        log.debug("access_token=" + ticket.isPresent());
        log.debug("access_token=" + ticket.maskedId());
        log.debug("access_tokens=" + ticket.count());
        log.debug("token_type=" + ticket.getId());
    }

    interface Ticket {
        String getId();

        String maskedId();

        boolean isPresent();

        int count();
    }
}
