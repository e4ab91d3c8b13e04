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
