package net.acme.seventh;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Optional;

class Claims {

    /** Verified first, and read by the same step. */
    static String verified(JWTVerifier verifier, String token) {
        DecodedJWT jwt = verifier.verify(token);
        return Optional.of(jwt).map(it -> it.getSubject()).orElse("");
    }
}

class OpenClaims {

    static String who(String token) {
        DecodedJWT jwt = JWT.decode(token); // BUG: UnverifiedToken
        return Optional.ofNullable(jwt).map(it -> it.getClaim("user").asString()).orElse(null);
    }

    static boolean looksLikeOne(String text) {
        return Optional.of(text).filter(it -> it.split("\\.").length == 3).isPresent();
    }
}

/** Asks a token about everything but its signature. */
class ClaimsOnly {

    boolean verify(IdToken token, java.util.List<String> issuers, java.util.List<String> clients, long now) { // BUG: UnverifiedToken
        return token.verifyIssuer(issuers) && token.verifyAudience(clients) && token.verifyTime(now, 60);
    }
}

class SignedToo {

    boolean verify(IdToken token, java.util.List<String> issuers, java.util.List<String> clients, Certificates keys) throws Exception {
        return checks(token, issuers, clients) && token.verifySignature(keys.current());
    }

    private boolean checks(IdToken token, java.util.List<String> issuers, java.util.List<String> clients) {
        return token.verifyIssuer(issuers) && token.verifyAudience(clients);
    }

    boolean isOurs(IdToken token, java.util.List<String> issuers) {
        return token.verifyIssuer(issuers);
    }
}
