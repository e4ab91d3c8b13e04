package jwtlibs;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

class NimbusTokens {

    private final byte[] sharedKey;

    NimbusTokens(byte[] sharedKey) {
        this.sharedKey = sharedKey;
    }

    String ignored(String text) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(text);
        jwt.verify(new MACVerifier(sharedKey)); // BUG: SignatureCheckBypassed
        return jwt.getJWTClaimsSet().getSubject();
    }

    String checked(String text) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(text);
        if (!jwt.verify(new MACVerifier(sharedKey))) { // OK: SignatureCheckBypassed
            throw new SecurityException("bad signature");
        }
        if (jwt.getJWTClaimsSet().getExpirationTime().before(new Date())) {
            throw new SecurityException("too old");
        }
        return jwt.getJWTClaimsSet().getSubject();
    }

    String trusting(String text) throws ParseException {
        JWTClaimsSet claims = JWTParser.parse(text).getJWTClaimsSet(); // BUG: UnverifiedToken
        return claims.getSubject();
    }

    String expiring(String text) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(text);
        if (!jwt.verify(new MACVerifier(sharedKey))) {
            throw new SecurityException("bad signature");
        }
        Date end = jwt.getJWTClaimsSet().getExpirationTime();
        if (end != null && end.before(new Date())) { // BUG: UnverifiedToken
            throw new SecurityException("too old");
        }
        return jwt.getJWTClaimsSet().getSubject();
    }

    String issue(String user) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder() // OK: UnverifiedToken
                .subject(user)
                .expirationTime(Date.from(Instant.now().plusSeconds(900)))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(sharedKey));
        return jwt.serialize();
    }

    String issueLiteral(String user) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(user)
                .expirationTime(Date.from(Instant.now().plusSeconds(900)))
                .build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner("a-shared-key-of-thirty-two-bytes")); // BUG: HardcodedSecret
        return jwt.serialize();
    }
}
