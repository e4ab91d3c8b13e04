package dev.keywright.checks.rules.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SignatureCheckBypassedTest {

    private static final String IMPORTS = """
            import java.security.*;
            import javax.crypto.Mac;
            import jakarta.servlet.http.HttpServletRequest;
            import org.springframework.security.crypto.password.PasswordEncoder;
            """;
    private static final String HELPERS = """
                Mac mac;
                String secret;
                PasswordEncoder encoder;
                boolean verify(String body, String signature) {
                    if (signature == null) {
                        return false;
                    }
                    return MessageDigest.isEqual(mac.doFinal(body.getBytes()), signature.getBytes());
                }
            """;

    private final RuleTester tester = RuleTester.of(SignatureCheckBypassed.class);

    @Test
    void checksThatRefuseAreSilent() {
        tester.checkMembers(IMPORTS, HELPERS + """
                void refusing(String body, String signature) {
                    if (signature == null || !verify(body, signature)) {
                        throw new SecurityException();
                    }
                }
                void twice(String body, String signature) {
                    if (signature == null || signature.isEmpty()) {
                        throw new SecurityException();
                    }
                    if (signature != null && !verify(body, signature)) {
                        throw new SecurityException();
                    }
                }
                boolean caught(byte[] data, byte[] given, PublicKey key) {
                    try {
                        Signature verifier = Signature.getInstance("SHA256withRSA");
                        verifier.initVerify(key);
                        verifier.update(data);
                        return verifier.verify(given);
                    } catch (GeneralSecurityException e) {
                        return false;
                    }
                }
                boolean used(String raw, String hash) {
                    boolean right = encoder.matches(raw, hash);
                    return right;
                }
                """);
    }

    @Test
    void missingValuesOfOtherKindsAreSilent() {
        tester.checkMembers(IMPORTS, """
                boolean validate(Integer age, String name) {
                    if (age == null) {
                        return true;
                    }
                    return age > 18 && name.equals("x");
                }
                boolean isEmptyToken(String token) {
                    return token == null || token.isEmpty();
                }
                """);
    }

    @Test
    void unusedAnswersAreFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                void unused(Signature verifier, byte[] given, String body, String signature, String raw, String hash)
                        throws Exception {
                    verifier.verify(given); // BUG: SignatureCheckBypassed
                    verify(body, signature); // BUG: SignatureCheckBypassed
                    encoder.matches(raw, hash); // BUG: SignatureCheckBypassed
                    MessageDigest.isEqual(given, given); // BUG: SignatureCheckBypassed
                }
                """);
    }

    @Test
    void absenceTakenAsSuccessIsFlagged() {
        tester.checkMembers(IMPORTS, """
                Mac mac;
                boolean genuine(String body, String signature) {
                    if (signature == null || signature.isEmpty()) { // BUG: SignatureCheckBypassed
                        return true;
                    }
                    return MessageDigest.isEqual(mac.doFinal(body.getBytes()), signature.getBytes());
                }
                boolean isValidApiKey(String apiKey, String expected) {
                    if (apiKey == null) return true; // BUG: SignatureCheckBypassed
                    return MessageDigest.isEqual(apiKey.getBytes(), expected.getBytes());
                }
                """);
    }

    @Test
    void aSecretThatNobodyConfiguredIsAWarning() {
        var findings = tester.checkMembers(IMPORTS, """
                Mac mac;
                String webhookSecret;
                boolean genuine(String body, String signature) {
                    if (webhookSecret == null || webhookSecret.isBlank()) { // BUG: SignatureCheckBypassed
                        return true;
                    }
                    return MessageDigest.isEqual(mac.doFinal(body.getBytes()), signature.getBytes());
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void checksThatOnlyRunWhenAskedAreFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                void together(String body, String signature) {
                    if (signature != null && !verify(body, signature)) { // BUG: SignatureCheckBypassed
                        throw new SecurityException();
                    }
                }
                void nested(HttpServletRequest request, String body) {
                    String token = request.getHeader("X-Signature");
                    if (token != null) { // BUG: SignatureCheckBypassed
                        if (!verify(body, token)) {
                            throw new SecurityException();
                        }
                    }
                }
                """);
    }

    @Test
    void exceptionsAndTheCallersOwnWordAreFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean swallowed(byte[] given, Signature verifier) {
                    try {
                        return verifier.verify(given);
                    } catch (SignatureException e) { // BUG: SignatureCheckBypassed
                        return true;
                    }
                }
                boolean verifyRequest(HttpServletRequest request, String body) {
                    if (request.getHeader("User-Agent").startsWith("internal")) { // BUG: SignatureCheckBypassed
                        return true;
                    }
                    return verify(body, request.getHeader("X-Signature"));
                }
                """);
    }

    @Test
    void answersThatDecideNothingAreFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                void noted(String body, String signature) {
                    if (!verify(body, signature)) { // BUG: SignatureCheckBypassed
                        System.out.println("signature is wrong");
                    }
                    handle(body);
                }
                void kept(String body, String signature) {
                    boolean right = verify(body, signature); // BUG: SignatureCheckBypassed
                    System.out.println("checked: " + right);
                    handle(body);
                }
                void handle(String body) {}
                """);
    }

    @Test
    void workDoneForItsTimeIsSilent() {
        tester.checkMembers(IMPORTS, """
                void unknownAccount(String password, org.springframework.security.crypto.password.PasswordEncoder encoder) {
                    encoder.matches(password, "$2a$10$abcdefghijklmnopqrstuv");
                    throw new SecurityException("bad credentials");
                }
                boolean asked(Signature verifier, byte[] given) throws SignatureException {
                    boolean right = verifier.verify(given);
                    if (!right) {
                        System.out.println("wrong");
                        return false;
                    }
                    return true;
                }
                """);
    }

    @Test
    void whatIsLeftAfterAWrongSignatureHasLeftIsSilent() {
        tester.checkMembers(IMPORTS, """
                void onlyTheSignature(com.auth0.jwt.JWTVerifier verifier, String token) {
                    try {
                        verifier.verify(token);
                    } catch (com.auth0.jwt.exceptions.SignatureVerificationException wrong) {
                        throw new SecurityException("signature");
                    } catch (com.auth0.jwt.exceptions.JWTVerificationException ignored) {
                        // its claims are looked at later
                    }
                }
                """);
    }

    @Test
    void exceptionsThatAreOnlyNotedAreFlagged() {
        tester.checkMembers(IMPORTS, """
                void dropped(com.auth0.jwt.JWTVerifier verifier, String token) {
                    try {
                        verifier.verify(token);
                    } catch (RuntimeException e) { // BUG: SignatureCheckBypassed
                        System.out.println("bad token");
                    }
                }
                boolean parsed(io.jsonwebtoken.JwtParser parser, String token) {
                    try {
                        parser.parseSignedClaims(token);
                    } catch (RuntimeException e) { // BUG: SignatureCheckBypassed
                        System.out.println("bad token");
                    }
                    return true;
                }
                boolean parsedRightly(io.jsonwebtoken.JwtParser parser, String token) {
                    try {
                        parser.parseSignedClaims(token);
                        return true;
                    } catch (RuntimeException e) {
                        System.out.println("bad token");
                    }
                    return false;
                }
                void onlyWhenItHolds(com.auth0.jwt.JWTVerifier verifier, String token) {
                    try {
                        verifier.verify(token);
                        System.setProperty("verified", "yes");
                    } catch (RuntimeException e) {
                        System.out.println("bad token");
                    }
                }
                """);
    }

    @Test
    void aBranchThatGoesOnWithoutTheCheckIsFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                void receive(HttpServletRequest request, String body) {
                    if ("1".equals(request.getHeader("X-Skip-Verify"))) { // BUG: SignatureCheckBypassed
                        handle(body);
                        return;
                    }
                    if (!verify(body, request.getHeader("X-Signature"))) {
                        return;
                    }
                    handle(body);
                }
                java.util.function.Consumer<HttpServletRequest> lambda = request -> {};
                void inLambda(String body, java.util.List<HttpServletRequest> requests) {
                    requests.forEach(request -> {
                        String signature = request.getHeader("X-Signature");
                        if (signature != null && !verify(body, signature)) { // BUG: SignatureCheckBypassed
                            throw new SecurityException();
                        }
                        handle(body);
                    });
                }
                void handle(String body) {}
                """);
    }

    /** An answer that goes into a field may be asked for there, or not. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, """
                private boolean verified;
                void run(Signature verifier, byte[] given) throws SignatureException {
                    verified = verifier.verify(given);
                }
                """);
    }

    @Test
    void whatKindOfTokenItIsMayBeLeftOut() {
        tester.check("""
                package sample;
                class Exchange {
                    void exchange(String token, String tokenType, String signature, byte[] body) {
                        if (tokenType != null) {
                            if (!isValidTokenType(tokenType, token)) {
                                throw new SecurityException("token type");
                            }
                        }
                        if (!verifySignature(signature, body)) {
                            throw new SecurityException("signature");
                        }
                    }
                    private native boolean isValidTokenType(String type, String token);
                    private native boolean verifySignature(String signature, byte[] body);
                }
                """);
    }

    @Test
    void flagsAFilterThatLetsAUserAgentPass() {
        tester.check("""
                package sample;
                import javax.servlet.*;
                import javax.servlet.http.*;
                class LoginFilter implements Filter {
                    private Gate gate;
                    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain) throws Exception {
                        HttpServletRequest request = (HttpServletRequest) in;
                        String agent = Web.getUserAgent(request);
                        if (agent.startsWith("cluster-node")) { // BUG: SignatureCheckBypassed
                            chain.doFilter(in, out);
                            return;
                        }
                        gate.admit(request);
                        chain.doFilter(in, out);
                    }
                }
                class BrowserFilter implements Filter {
                    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain) throws Exception {
                        String agent = Web.getUserAgent((HttpServletRequest) in);
                        if (agent.startsWith("Mozilla")) {
                            chain.doFilter(in, out);
                            return;
                        }
                        count(agent);
                        chain.doFilter(in, out);
                    }
                }
                """);
    }

    @Test
    void silentOnAHelperThatThrows() {
        tester.check("""
                package sample;
                class Gate {
                    boolean open(Checker checker, String token) {
                        try {
                            if (!checker.validateToken(token)) {
                                refuse();
                            }
                        } catch (IllegalStateException e) {
                            refuse();
                        }
                        return true;
                    }
                    boolean ajar(Checker checker, String token) {
                        try {
                            if (!checker.validateToken(token)) {
                                refuse();
                            }
                        } catch (IllegalStateException e) { // BUG: SignatureCheckBypassed
                            note();
                        }
                        return true;
                    }
                    private void refuse() {
                        String text = "not with this token";
                        throw new SecurityException(text);
                    }
                    private void note() {}
                }
                interface Checker { boolean validateToken(String token); }
                """);
    }

    @Test
    void aSettingThatAnswersWhereTheCheckFailsIsFlagged() {
        tester.check("""
                package sample;
                import java.security.MessageDigest;
                import javax.crypto.Mac;
                class Settled {
                    private Mac mac;
                    private boolean lenient;
                    private boolean last;
                    boolean refused(byte[] body, byte[] tag) {
                        try {
                            return MessageDigest.isEqual(mac.doFinal(body), tag);
                        } catch (IllegalStateException e) {
                            return false;
                        }
                    }
                    boolean remembered(byte[] body, byte[] tag) {
                        try {
                            last = MessageDigest.isEqual(mac.doFinal(body), tag);
                            return last;
                        } catch (IllegalStateException e) {
                            return last;
                        }
                    }
                    boolean other(String text) {
                        try {
                            return Integer.parseInt(text) > 3;
                        } catch (NumberFormatException e) {
                            return lenient;
                        }
                    }
                    boolean returned(byte[] body, byte[] tag) {
                        try {
                            return MessageDigest.isEqual(mac.doFinal(body), tag);
                        } catch (IllegalStateException e) {
                            return !lenient; // BUG: SignatureCheckBypassed
                        }
                    }
                    boolean assigned(byte[] body, byte[] tag) {
                        boolean valid;
                        try {
                            valid = MessageDigest.isEqual(mac.doFinal(body), tag);
                        } catch (IllegalStateException e) {
                            valid = lenient; // BUG: SignatureCheckBypassed
                        }
                        return valid;
                    }
                }
                """);
    }
}
