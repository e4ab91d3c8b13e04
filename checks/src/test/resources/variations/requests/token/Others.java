package com.enterprise.sso;

import cn.hutool.jwt.JWTUtil;
import com.google.api.client.googleapis.auth.oauth2.GoogleIdToken;
import com.google.api.client.googleapis.auth.oauth2.GoogleIdTokenVerifier;
import com.google.api.client.json.JsonFactory;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.keycloak.TokenVerifier;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.representations.AccessToken;
import org.springframework.security.jwt.JwtHelper;
import org.springframework.security.jwt.crypto.sign.RsaVerifier;

class Jose4j {
    JwtClaims skip(String jwt) throws Exception {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setSkipSignatureVerification() // BUG: UnverifiedToken
                .setSkipAllValidators() // BUG: UnverifiedToken
                .build();
        return consumer.processToClaims(jwt);
    }

    String payload(String jwt, java.security.Key key) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS); // BUG: UnverifiedToken
        jws.setCompactSerialization(jwt);
        jws.setKey(key);
        return jws.getPayload();
    }

    JwtClaims good(String jwt, java.security.Key key) throws Exception {
        return new JwtConsumerBuilder() // OK: UnverifiedToken
                .setRequireExpirationTime()
                .setVerificationKey(key)
                .setExpectedAudience("portal")
                .build()
                .processToClaims(jwt);
    }
}

class Legacy {
    String claims(String token) {
        return JwtHelper.decode(token).getClaims(); // BUG: UnverifiedToken
    }
}

class LegacyFixed {
    String claims(String token, String publicKey) {
        return JwtHelper.decodeAndVerify(token, new RsaVerifier(publicKey)).getClaims(); // OK: UnverifiedToken
    }
}

class KeycloakSide {
    String user(String token) throws Exception {
        return TokenVerifier.create(token, AccessToken.class).getToken().getPreferredUsername(); // BUG: UnverifiedToken
    }

    AccessToken raw(String token) throws Exception {
        return new JWSInput(token).readJsonContent(AccessToken.class); // BUG: UnverifiedToken
    }
}

class KeycloakFixed {
    String user(String token, java.security.PublicKey key) throws Exception {
        return TokenVerifier.create(token, AccessToken.class) // OK: UnverifiedToken
                .publicKey(key)
                .withDefaultChecks()
                .verify()
                .getToken()
                .getPreferredUsername();
    }
}

class Hutool {
    Object uid(String token) {
        return JWTUtil.parseToken(token).getPayload("uid"); // BUG: UnverifiedToken
    }
}

class HutoolFixed {
    Object uid(String token, byte[] key) {
        if (!JWTUtil.verify(token, key)) {
            throw new SecurityException("token");
        }
        return JWTUtil.parseToken(token).getPayload("uid"); // OK: UnverifiedToken
    }
}

class GoogleLogin {
    String email(JsonFactory json, String idToken) throws Exception {
        GoogleIdToken parsed = GoogleIdToken.parse(json, idToken); // BUG: UnverifiedToken
        return parsed.getPayload().getEmail();
    }
}

class GoogleLoginFixed {
    String email(GoogleIdTokenVerifier verifier, String idToken) throws Exception {
        GoogleIdToken parsed = verifier.verify(idToken);
        if (parsed == null) {
            throw new SecurityException("id token");
        }
        return parsed.getPayload().getEmail(); // OK: UnverifiedToken
    }
}
