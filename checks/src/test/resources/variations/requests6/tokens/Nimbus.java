package tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.Map;

class Nimbus {

    String forever(JWSSigner signer, String user) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().subject(user).issueTime(new Date()).build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(signer);
        return jwt.serialize(); // BUG: UnverifiedToken
    }

    String ending(JWSSigner signer, String user, Date end) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().subject(user).expirationTime(end).build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(signer);
        return jwt.serialize(); // OK: UnverifiedToken
    }

    String copied(JWSSigner signer, Map<String, Object> all) throws Exception {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        all.forEach(builder::claim);
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), builder.build());
        jwt.sign(signer);
        return jwt.serialize(); // OK: UnverifiedToken
    }
}
