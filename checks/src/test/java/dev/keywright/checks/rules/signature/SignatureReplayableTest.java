package dev.keywright.checks.rules.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SignatureReplayableTest {

    private static final String IMPORTS = """
            import java.security.MessageDigest;
            import java.time.Instant;
            import java.util.*;
            import javax.crypto.Mac;
            import javax.crypto.spec.SecretKeySpec;
            import jakarta.servlet.http.HttpServletRequest;
            import org.springframework.web.bind.annotation.*;
            import dev.keywright.annotations.AnyOf;
            import dev.keywright.annotations.ApiKeyProtected;
            import dev.keywright.annotations.HmacSigned;
            import dev.keywright.annotations.SignatureScheme;
            import static dev.keywright.annotations.SignatureScheme.SHOPIFY;
            """;
    private static final String HELPERS = """
                byte[] key;
                Set<String> seen;
                byte[] mac(String text) throws Exception {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(key, "HmacSHA256"));
                    return mac.doFinal(text.getBytes());
                }
                boolean verify(String text, String given) throws Exception {
                    return MessageDigest.isEqual(mac(text), given.getBytes());
                }
                boolean isFresh(long timestamp) {
                    return Math.abs(Instant.now().getEpochSecond() - timestamp) < 300;
                }
            """;

    private final RuleTester tester = RuleTester.of(SignatureReplayable.class);

    @Test
    void silentOnTwoStepsOfOneThreadAtATime() {
        tester.check("""
                package sample;
                import java.util.*;
                class Nonces {
                    private final Set<String> seen = new HashSet<>();
                    synchronized boolean first(String nonce) {
                        if (seen.contains(nonce)) {
                            return false;
                        }
                        seen.add(nonce);
                        seen.remove("old");
                        return true;
                    }
                    boolean second(String nonce) {
                        synchronized (seen) {
                            if (seen.contains(nonce)) {
                                return false;
                            }
                            seen.add(nonce);
                        }
                        return true;
                    }
                    boolean third(String nonce) {
                        if (seen.contains(nonce)) { // BUG: SignatureReplayable
                            return false;
                        }
                        synchronized (seen) {
                            seen.add(nonce);
                        }
                        return true;
                    }
                }
                """);
    }

    @Test
    void signedAndBoundedTimesAreSilent() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean inline(@RequestBody String body, @RequestHeader("X-Sig") String sig, @RequestHeader("X-Timestamp") long timestamp)
                        throws Exception {
                    if (Math.abs(System.currentTimeMillis() / 1000 - timestamp) > 300) {
                        return false;
                    }
                    return verify(timestamp + "." + body, sig);
                }
                boolean helper(@RequestBody String body, @RequestHeader("X-Sig") String sig, @RequestHeader("X-Timestamp") long timestamp)
                        throws Exception {
                    return isFresh(timestamp) && verify(timestamp + "." + body, sig);
                }
                boolean instants(HttpServletRequest request, String body) throws Exception {
                    String ts = request.getHeader("X-Request-Timestamp");
                    Instant sent = Instant.ofEpochSecond(Long.parseLong(ts));
                    if (sent.isBefore(Instant.now().minusSeconds(300))) {
                        return false;
                    }
                    return MessageDigest.isEqual(mac(ts + body), request.getHeader("X-Signature").getBytes());
                }
                boolean nonce(@RequestBody String body, @RequestHeader("X-Sig") String sig, @RequestHeader("X-Nonce") String nonce)
                        throws Exception {
                    return verify(nonce + body, sig) && seen.add(nonce);
                }
                """);
    }

    @Test
    void utilitiesThatKnowNoRequestAreSilent() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean licence(String text, String signature) throws Exception {
                    return verify(text, signature);
                }
                """);
    }

    @Test
    void acknowledgedPresetsAreSilent() {
        tester.checkMembers(IMPORTS, """
                @HmacSigned(secret = "github", scheme = SignatureScheme.GITHUB, replayAcknowledged = true)
                void acknowledged() {}
                @HmacSigned(secret = "shop", scheme = SignatureScheme.CANONICAL)
                void safe() {}
                @HmacSigned(secret = "shop")
                void byDefault() {}
                @AnyOf(hmac = {@HmacSigned(secret = "stripe", scheme = SignatureScheme.STRIPE),
                    @HmacSigned(secret = "github", scheme = SignatureScheme.GITHUB, replayAcknowledged = true)})
                void either() {}
                """);
    }

    @Test
    void presetsWithoutReplayProtectionAreFlagged() {
        tester.checkMembers(IMPORTS, """
                @HmacSigned(secret = "github", scheme = SignatureScheme.GITHUB) // BUG: SignatureReplayable
                void open() {}
                @HmacSigned(secret = "shopify", scheme = SHOPIFY, replayAcknowledged = false) // BUG: SignatureReplayable
                void imported() {}
                @AnyOf(
                    apiKey = @ApiKeyProtected,
                    hmac = @HmacSigned(secret = "github", scheme = SignatureScheme.GITHUB)) // BUG: SignatureReplayable
                void one() {}
                @AnyOf(hmac = {
                    @HmacSigned(secret = "stripe", scheme = SignatureScheme.STRIPE),
                    @HmacSigned(secret = "github", scheme = SignatureScheme.GITHUB)}) // BUG: SignatureReplayable
                void either() {}
                """);
    }

    @Test
    void aRequestWithoutTimeOrNonceIsFlagged() {
        var findings = tester.checkMembers(IMPORTS, HELPERS + """
                boolean own(@RequestBody String body, @RequestHeader("X-Signature") String sig) throws Exception {
                    return verify(body, sig); // BUG: SignatureReplayable
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void aVendorsSchemeIsAWarning() {
        var findings = tester.checkMembers(IMPORTS, HELPERS + """
                boolean hub(HttpServletRequest request, String body) throws Exception {
                    String given = request.getHeader("X-Hub-Signature-256");
                    return MessageDigest.isEqual(mac(body), given.getBytes()); // BUG: SignatureReplayable
                }
                boolean injected(@RequestHeader("X-Hub-Signature") String given, @RequestBody String body) throws Exception {
                    return MessageDigest.isEqual(mac(body), given.getBytes()); // BUG: SignatureReplayable
                }
                boolean own(@RequestHeader("X-Shop-Signature") String given, @RequestBody String body) throws Exception {
                    return MessageDigest.isEqual(mac(body), given.getBytes()); // BUG: SignatureReplayable
                }
                """);
        assertThat(findings)
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING, Severity.WARNING, Severity.ERROR);
    }

    @Test
    void aTimeThatIsNotSignedOrNotCheckedIsFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean unsigned(@RequestBody String body, @RequestHeader("X-Sig") String sig, @RequestHeader("X-Timestamp") long timestamp)
                        throws Exception {
                    if (Math.abs(System.currentTimeMillis() / 1000 - timestamp) > 300) {
                        return false;
                    }
                    return verify(body, sig); // BUG: SignatureReplayable
                }
                boolean unchecked(@RequestBody String body, @RequestHeader("X-Sig") String sig, @RequestHeader("X-Timestamp") long timestamp)
                        throws Exception {
                    return verify(timestamp + body, sig); // BUG: SignatureReplayable
                }
                """);
    }

    @Test
    void aNonceLookedForAndAddedInTwoStepsIsFlagged() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean steps(@RequestBody String body, @RequestHeader("X-Sig") String sig, @RequestHeader("X-Nonce") String nonce)
                        throws Exception {
                    if (!verify(nonce + body, sig)) {
                        return false;
                    }
                    if (seen.contains(nonce)) { // BUG: SignatureReplayable
                        return false;
                    }
                    seen.add(nonce);
                    return true;
                }
                """);
    }

    @Test
    void noncesOfAMethodOfTheirOwnCountToo() {
        tester.checkMembers(IMPORTS, """
                Set<String> used = new HashSet<>();
                void steps(String nonce) {
                    String key = "nonce:" + nonce;
                    if (used.contains(key)) { // BUG: SignatureReplayable
                        throw new SecurityException("replayed");
                    }
                    used.add(key);
                }
                Map<Long, String> pool = new HashMap<>();
                void transactions(long nonce, String transaction) {
                    if (pool.containsKey(nonce)) {
                        throw new IllegalStateException("known");
                    }
                    pool.put(nonce, transaction);
                }
                """);
    }

    /** A time whose name says nothing is not recognised as one, and the request is flagged as if it had none. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, HELPERS + """
                boolean odd(@RequestBody String body, @RequestHeader("X-Sig") String sig, @RequestHeader("X-When") long when)
                        throws Exception {
                    if (Math.abs(System.currentTimeMillis() / 1000 - when) > 300) {
                        return false;
                    }
                    return verify(when + "." + body, sig); // BUG: SignatureReplayable
                }
                """);
    }
}
