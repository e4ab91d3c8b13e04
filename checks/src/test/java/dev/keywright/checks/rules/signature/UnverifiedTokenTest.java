package dev.keywright.checks.rules.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class UnverifiedTokenTest {

    private static final String IMPORTS = """
            import com.auth0.jwt.JWT;
            import com.auth0.jwt.JWTVerifier;
            import com.auth0.jwt.algorithms.Algorithm;
            import com.nimbusds.jwt.SignedJWT;
            import io.jsonwebtoken.Jwts;
            import io.jsonwebtoken.SignatureAlgorithm;
            import java.util.Date;
            """;

    private final RuleTester tester = RuleTester.of(UnverifiedToken.class);

    @Test
    void silentOnASwitchThatABuilderHandsOn() {
        tester.check("""
                package sample;
                import org.jose4j.jwt.consumer.*;
                class Consumers {
                    private boolean skip;
                    JwtConsumer build() {
                        JwtConsumer consumer = new JwtConsumer();
                        consumer.setSkipSignatureVerification(skip);
                        return consumer;
                    }
                    JwtConsumer open() {
                        JwtConsumer consumer = new JwtConsumer();
                        consumer.setSkipSignatureVerification(true); // BUG: UnverifiedToken
                        return consumer;
                    }
                }
                """);
    }

    @Test
    void verifiedTokensAreSilent() {
        tester.checkMembers(IMPORTS, """
                String verified(String token, JWTVerifier verifier) {
                    return verifier.verify(token).getSubject();
                }
                String checkedFirst(String token, JWTVerifier verifier) {
                    verifier.verify(token);
                    return subject(token);
                }
                private String subject(String token) {
                    return JWT.decode(token).getSubject();
                }
                """);
    }

    @Test
    void tokensHandedToAValidatorAreSilent() {
        tester.checkMembers(IMPORTS, """
                interface Validator { boolean isValid(SignedJWT token); }
                record ClientAssertionAuthenticationToken(String client, SignedJWT token) {}
                String hinted(String text, Validator validator) throws Exception {
                    SignedJWT token = SignedJWT.parse(text);
                    return validator.isValid(token) ? token.getJWTClaimsSet().getSubject() : null;
                }
                Object asserted(String text) throws Exception {
                    SignedJWT token = SignedJWT.parse(text);
                    return new ClientAssertionAuthenticationToken(token.getJWTClaimsSet().getSubject(), token);
                }
                boolean oneClaimOnly(String text) throws Exception {
                    SignedJWT token = SignedJWT.parse(text); // BUG: UnverifiedToken
                    String subject = token.getJWTClaimsSet().getSubject();
                    return isValid(subject);
                }
                boolean isValid(String subject) { return !subject.isEmpty(); }
                """);
    }

    @Test
    void decodingWithoutReadingClaimsIsSilent() {
        tester.checkMembers(IMPORTS, """
                String keyId(String token) {
                    return JWT.decode(token).getKeyId();
                }
                """);
    }

    @Test
    void tokensWithAnExpiryAreSilent() {
        tester.checkMembers(IMPORTS, """
                String jjwt(java.security.Key key) {
                    return Jwts.builder().setSubject("x").setExpiration(new Date()).signWith(key).compact();
                }
                String auth0(Algorithm algorithm) {
                    return JWT.create().withSubject("x").withExpiresAt(new Date()).sign(algorithm);
                }
                boolean refused(SignatureAlgorithm algorithm) {
                    return algorithm == SignatureAlgorithm.NONE;
                }
                """);
    }

    @Test
    void claimsThatNobodyVerifiedAreFlagged() {
        tester.checkMembers(IMPORTS, """
                String auth0(String token) {
                    return JWT.decode(token).getSubject(); // BUG: UnverifiedToken
                }
                Object nimbus(String token) throws Exception {
                    SignedJWT jwt = SignedJWT.parse(token); // BUG: UnverifiedToken
                    return jwt.getJWTClaimsSet().getClaim("role");
                }
                """);
    }

    @Test
    void aClassThatVerifiesElsewhereIsWarned() {
        var findings = tester.checkMembers(IMPORTS, """
                String verified(String token, JWTVerifier verifier) {
                    return verifier.verify(token).getSubject();
                }
                String believed(String token) {
                    return JWT.decode(token).getSubject(); // BUG: UnverifiedToken
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void unsignedTokensAreFlagged() {
        tester.checkMembers(IMPORTS, """
                Object parsed(String token) {
                    return Jwts.parser().build().parseClaimsJwt(token); // BUG: UnverifiedToken
                }
                Object allowed() {
                    return Jwts.parser().unsecured().build(); // BUG: UnverifiedToken
                }
                Object none() {
                    return Algorithm.none(); // BUG: UnverifiedToken
                }
                """);
    }

    @Test
    void tokensForEverAreFlagged() {
        tester.checkMembers(IMPORTS, """
                String jjwt(java.security.Key key) {
                    return Jwts.builder().setSubject("x").signWith(key).compact(); // BUG: UnverifiedToken
                }
                """);
    }

    @Test
    void parsersThatTakeUnsignedTokensTooAreFlagged() {
        tester.checkMembers(IMPORTS + "import io.jsonwebtoken.Jws;\n", """
                Object lenient(String token, String key) {
                    return Jwts.parser().setSigningKey(key).parse(token).getBody(); // BUG: UnverifiedToken
                }
                Object strict(String token, String key) {
                    return Jwts.parser().setSigningKey(key).parseClaimsJws(token).getBody();
                }
                Object cast(String token, String key) {
                    return ((Jws<?>) Jwts.parser().setSigningKey(key).parse(token)).getBody();
                }
                """);
    }

    @Test
    void decodingByHandIsFlaggedWhereNothingVerifies() {
        tester.checkMembers(IMPORTS, """
                String payload(String token) {
                    return new String(java.util.Base64.getUrlDecoder().decode(token.split("\\\\.")[1])); // BUG: UnverifiedToken
                }
                String header(String token) {
                    return new String(java.util.Base64.getUrlDecoder().decode(token.split("\\\\.")[0]));
                }
                """);
        tester.checkMembers(IMPORTS, """
                String payload(String token, javax.crypto.Mac mac) {
                    mac.doFinal(token.getBytes());
                    return new String(java.util.Base64.getUrlDecoder().decode(token.split("\\\\.")[1]));
                }
                """);
    }

    /** A token that is split in one method and decoded in another is not seen. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, """
                String[] parts(String token) {
                    return token.split("\\\\.");
                }
                String payload(String token) {
                    return new String(java.util.Base64.getUrlDecoder().decode(parts(token)[1]));
                }
                """);
    }

    @Test
    void aFirstPassThatFindsTheKeyIsNoConsumerWithoutChecks() {
        tester.check("""
                package sample;
                import org.jose4j.jwt.consumer.*;
                import org.jose4j.jwt.JwtClaims;
                class Consumers {
                    JwtClaims open(String token) throws Exception {
                        return new JwtConsumerBuilder()
                                .setSkipSignatureVerification() // BUG: UnverifiedToken
                                .build()
                                .processToClaims(token);
                    }
                    JwtClaims twice(String token, java.security.Key key) throws Exception {
                        JwtContext first = new JwtConsumerBuilder()
                                .setSkipAllValidators()
                                .setSkipSignatureVerification()
                                .build()
                                .process(token);
                        JwtConsumerBuilder second = new JwtConsumerBuilder();
                        second.setVerificationKey(key);
                        return second.build().processToClaims(token);
                    }
                }
                """);
    }

    @Test
    void silentOnTheProgramsOwnToken() {
        tester.check("""
                package sample;
                import com.auth0.jwt.JWT;
                class Database {
                    private Template template;
                    String user() {
                        String token = template.getTokenAsPassword();
                        return JWT.decode(token).getSubject();
                    }
                    String caller(String token) {
                        return JWT.decode(token).getSubject(); // BUG: UnverifiedToken
                    }
                }
                interface Template { String getTokenAsPassword(); }
                """);
    }

    @Test
    void anEndThatClaimsMayLeaveOutIsTold() {
        tester.check("""
                package sample;
                import com.nimbusds.jwt.JWTClaimsSet;
                import java.util.Date;
                class Ends {
                    interface Grant { Date getExpiration(); }
                    void grant(Grant token, Date now) {
                        if (token.getExpiration() != null && token.getExpiration().before(now)) {
                            throw new SecurityException("old");
                        }
                    }
                    void asked(JWTClaimsSet jwt, Date now) {
                        Date end = jwt.getExpirationTime();
                        if (end == null || end.before(now)) {
                            throw new SecurityException("old");
                        }
                    }
                    void begun(JWTClaimsSet jwt, Date now) {
                        Date begin = jwt.getNotBeforeTime();
                        if (begin != null && now.before(begin)) {
                            throw new SecurityException("early");
                        }
                    }
                    void optional(JWTClaimsSet jwt, Date now) {
                        Date end = jwt.getExpirationTime();
                        if (end != null && end.before(now)) { // BUG: UnverifiedToken
                            throw new SecurityException("old");
                        }
                    }
                }
                """);
    }
}
