package tokens;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.jwt.JWTAuth;

class Unsigned {

    String plain(JWTClaimsSet set) {
        return new PlainJWT(set).serialize(); // BUG: UnverifiedToken
    }

    boolean isPlain(Object token) {
        return token instanceof PlainJWT; // OK: UnverifiedToken
    }

    String role(String jwt) {
        return roleOf(JWT.decode(jwt)); // BUG: UnverifiedToken
    }

    private static String roleOf(DecodedJWT token) {
        return token.getClaim("role").asString();
    }

    String kid(String jwt) {
        return kidOf(JWT.decode(jwt)); // OK: UnverifiedToken
    }

    private static String kidOf(DecodedJWT token) {
        return token.getKeyId();
    }
}

class Endless {

    String forever(JWTAuth auth, String user) {
        return auth.generateToken(new JsonObject().put("sub", user), new JWTOptions().setAlgorithm("HS256")); // BUG: UnverifiedToken
    }

    String minutes(JWTAuth auth, String user) {
        return auth.generateToken(new JsonObject().put("sub", user), new JWTOptions().setExpiresInMinutes(10)); // OK: UnverifiedToken
    }

    String claimed(JWTAuth auth, String user, long end) {
        return auth.generateToken(new JsonObject().put("sub", user).put("exp", end), new JWTOptions()); // OK: UnverifiedToken
    }

    JWTOptions lenient() {
        return new JWTOptions().setIgnoreExpiration(true); // BUG: UnverifiedToken
    }

    JWTOptions strict() {
        return new JWTOptions().setIgnoreExpiration(false); // OK: UnverifiedToken
    }
}
