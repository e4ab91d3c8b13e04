package io.portal.oidc;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;

class OidcUserService {
    User login(String idToken) throws ParseException {
        JWTClaimsSet claims = JWTParser.parse(idToken).getJWTClaimsSet(); // BUG: UnverifiedToken
        return new User(claims.getSubject(), claims.getStringClaim("email"));
    }
}

class SsoController {
    User fromCookie(String cookie) throws ParseException {
        SignedJWT jwt = SignedJWT.parse(cookie); // BUG: UnverifiedToken
        JWTClaimsSet set = jwt.getJWTClaimsSet();
        if (set.getExpirationTime().before(new Date())) {
            throw new IllegalStateException("expired");
        }
        return new User(set.getSubject(), set.getStringClaim("email"));
    }
}

class VerifiedSso {
    private final RSAKey key;

    VerifiedSso(RSAKey key) {
        this.key = key;
    }

    User from(String cookie) throws Exception {
        SignedJWT jwt = SignedJWT.parse(cookie);
        JWSVerifier verifier = new RSASSAVerifier(key);
        if (!jwt.verify(verifier)) {
            throw new SecurityException("signature");
        }
        JWTClaimsSet set = jwt.getJWTClaimsSet(); // OK: UnverifiedToken
        if (set.getExpirationTime() == null || set.getExpirationTime().before(new Date())) {
            throw new SecurityException("expired");
        }
        return new User(set.getSubject(), set.getStringClaim("email"));
    }

    String keyId(String cookie) throws ParseException {
        return SignedJWT.parse(cookie).getHeader().getKeyID(); // OK: UnverifiedToken
    }
}

record User(String name, String email) {}
