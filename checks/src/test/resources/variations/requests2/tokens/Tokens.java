package net.portal.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.smallrye.jwt.auth.principal.JWTParser;
import java.util.Base64;
import org.json.JSONObject;

class ParserField {
    private final JwtParser parser;

    ParserField(byte[] key) {
        parser = Jwts.parserBuilder().setSigningKey(key).build();
    }

    Claims any(String jwt) {
        return (Claims) parser.parse(jwt).getBody(); // BUG: UnverifiedToken
    }

    Claims signed(String jwt) {
        return parser.parseClaimsJws(jwt).getBody(); // OK: UnverifiedToken
    }
}

class MicroProfile {
    private final JWTParser parser;

    MicroProfile(JWTParser parser) {
        this.parser = parser;
    }

    String name(String jwt) throws Exception {
        return parser.parse(jwt).getSubject(); // OK: UnverifiedToken
    }
}

class RefreshHandler {
    String userOf(String refresh) {
        DecodedJWT decoded = JWT.decode(refresh); // BUG: UnverifiedToken
        return decoded.getClaims().get("uid").asString();
    }
}

class Payload {
    String email(String idToken) {
        String[] chunks = idToken.split("\\.");
        JSONObject claims = new JSONObject(new String(Base64.getUrlDecoder().decode(chunks[1]))); // BUG: UnverifiedToken
        return claims.getString("email");
    }
}

class Objects2 {
    String who(String token) throws Exception {
        return JWSObject.parse(token).getPayload().toString(); // BUG: UnverifiedToken
    }
}

class Objects3 {
    String who(String token, byte[] key) throws Exception {
        JWSObject object = JWSObject.parse(token);
        if (!object.verify(new MACVerifier(key))) {
            throw new SecurityException();
        }
        return object.getPayload().toString(); // OK: UnverifiedToken
    }

    void ignored(String token, byte[] key) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        jwt.verify(new MACVerifier(key)); // BUG: SignatureCheckBypassed
        System.setProperty("user", jwt.getJWTClaimsSet().getSubject());
    }
}
