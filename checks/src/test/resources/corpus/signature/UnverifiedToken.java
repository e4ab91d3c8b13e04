package corpus.signature;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.Date;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

class JwtCode {

    private final Key key;
    private final JWTVerifier verifier;

    JwtCode(Key key, Algorithm algorithm) {
        this.key = key;
        this.verifier = JWT.require(algorithm).build();
    }

    String decoded(String token) {
        DecodedJWT jwt = JWT.decode(token); // BUG: UnverifiedToken
        return jwt.getSubject();
    }

    boolean admin(String token) {
        return JWT.decode(token).getClaim("admin").asBoolean(); // BUG: UnverifiedToken
    }

    String nimbus(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // BUG: UnverifiedToken
        return jwt.getJWTClaimsSet().getSubject();
    }

    String nimbusAny(String token) throws Exception {
        return JWTParser.parse(token).getJWTClaimsSet().getSubject(); // BUG: UnverifiedToken
    }

    String jjwt(String token) {
        return Jwts.parserBuilder().build().parseClaimsJwt(token).getBody().getSubject(); // BUG: UnverifiedToken
    }

    String jjwtCut(String token) {
        String unsigned = token.substring(0, token.lastIndexOf('.') + 1);
        Claims claims = Jwts.parserBuilder().build().parseClaimsJwt(unsigned).getBody(); // BUG: UnverifiedToken
        return claims.getSubject();
    }

    boolean jose4j(String token) throws Exception {
        return new JwtConsumerBuilder().setSkipSignatureVerification().build().processToClaims(token).hasClaim("admin"); // BUG: UnverifiedToken
    }

    boolean jose4jNone() throws Exception {
        return new JwtConsumerBuilder().setDisableRequireSignature().build() != null; // BUG: UnverifiedToken
    }

    String byHand(String token) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8); // BUG: UnverifiedToken
        return payload.contains("\"admin\":true") ? "admin" : "user";
    }

    String none() {
        return JWT.create().withSubject("x").withExpiresAt(new Date()).sign(Algorithm.none()); // BUG: UnverifiedToken
    }

    String withoutExpiry(Algorithm algorithm) {
        return JWT.create().withSubject("x").sign(algorithm); // BUG: UnverifiedToken
    }

    String jjwtWithoutExpiry() {
        return Jwts.builder().setSubject("x").signWith(key).compact(); // BUG: UnverifiedToken
    }

    boolean nullExpiryPasses(DecodedJWT jwt) {
        Date expires = jwt.getExpiresAt();
        return expires == null || expires.after(new Date()); // BUG: UnverifiedToken
    }

    // ---- fine

    String verified(String token) {
        DecodedJWT jwt = verifier.verify(token); // OK: UnverifiedToken
        return jwt.getSubject();
    }

    String verifiedThenShown(String token) {
        verifier.verify(token);
        return JWT.decode(token).getSubject(); // OK: UnverifiedToken
    }

    String signed(String token) {
        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token).getBody().getSubject(); // OK: UnverifiedToken
    }

    String nimbusVerified(String token, JWSVerifier v) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token); // OK: UnverifiedToken
        if (!jwt.verify(v)) {
            throw new SecurityException();
        }
        return jwt.getJWTClaimsSet().getSubject();
    }

    String withExpiry(Algorithm algorithm, Date at) {
        return JWT.create().withSubject("x").withExpiresAt(at).sign(algorithm); // OK: UnverifiedToken
    }

    String jjwtWithExpiry(Date at) {
        return Jwts.builder().setSubject("x").setExpiration(at).signWith(key).compact(); // OK: UnverifiedToken
    }

    boolean expires(DecodedJWT jwt) {
        Date at = verifier.verify(jwt).getExpiresAt();
        return at != null && at.after(new Date()); // OK: UnverifiedToken
    }

    Object consumer(String token) throws Exception {
        return new JwtConsumerBuilder().setVerificationKey(key).setRequireExpirationTime().build().processToClaims(token); // OK: UnverifiedToken
    }

    String cookie(String value) {
        return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8); // OK: UnverifiedToken
    }

    String keyId(String token) {
        return JWT.decode(token).getKeyId(); // OK: UnverifiedToken
    }
}
