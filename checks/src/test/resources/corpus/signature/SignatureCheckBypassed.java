package corpus.signature;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class Bypasses {

    private final String webhookSecret = System.getenv("WEBHOOK_SECRET");
    private boolean debug;

    private boolean verifySignature(byte[] body, String header) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(webhookSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(header));
    }

    void unused(byte[] body, String header) throws Exception {
        verifySignature(body, header); // BUG: SignatureCheckBypassed
        accept(body);
    }

    void unusedJdk(PublicKey key, byte[] body, byte[] given) throws Exception {
        Signature s = Signature.getInstance("SHA256withRSA");
        s.initVerify(key);
        s.update(body);
        s.verify(given); // BUG: SignatureCheckBypassed
        accept(body);
    }

    void unusedEqual(byte[] a, byte[] b) {
        MessageDigest.isEqual(a, b); // BUG: SignatureCheckBypassed
        accept(a);
    }

    boolean noSecret(byte[] body, String header) throws Exception {
        if (webhookSecret == null || webhookSecret.isBlank()) { // BUG: SignatureCheckBypassed
            return true;
        }
        return verifySignature(body, header);
    }

    boolean noHeader(byte[] body, String signatureHeader) throws Exception {
        if (signatureHeader == null) { // BUG: SignatureCheckBypassed
            return true;
        }
        return verifySignature(body, signatureHeader);
    }

    void onlyWhenPresent(byte[] body, HttpServletRequest request) throws Exception {
        String signature = request.getHeader("X-Signature");
        if (signature != null && !verifySignature(body, signature)) { // BUG: SignatureCheckBypassed // BUG: SignatureReplayable
            throw new SecurityException("bad signature");
        }
        accept(body);
    }

    boolean swallowed(byte[] body, String header) {
        try {
            return verifySignature(body, header);
        } catch (Exception e) { // BUG: SignatureCheckBypassed
            return true;
        }
    }

    void swallowedAndOn(byte[] body, String header) {
        try {
            if (!verifySignature(body, header)) {
                throw new SecurityException("bad signature");
            }
        } catch (Exception e) { // BUG: SignatureCheckBypassed
            System.out.println("verification failed, going on");
        }
        accept(body);
    }

    boolean debugFlag(byte[] body, String header) throws Exception {
        if (debug) { // BUG: SignatureCheckBypassed
            return true;
        }
        return verifySignature(body, header);
    }

    boolean userAgent(byte[] body, HttpServletRequest request) throws Exception {
        if (request.getHeader("User-Agent").contains("HealthChecker")) { // BUG: SignatureCheckBypassed
            return true;
        }
        return verifySignature(body, request.getHeader("X-Signature")); // BUG: SignatureReplayable
    }

    void address(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] body) throws Exception {
        if ("10.0.0.1".equals(request.getHeader("X-Forwarded-For")) || verifySignature(body, request.getHeader("X-Signature"))) { // BUG: SignatureCheckBypassed // BUG: SignatureReplayable // BUG: SpoofableClientAddress
            chain.doFilter(request, response);
        }
    }

    // ---- fine

    void used(byte[] body, String header) throws Exception {
        if (!verifySignature(body, header)) { // OK: SignatureCheckBypassed
            throw new SecurityException("bad signature");
        }
        accept(body);
    }

    boolean missingIsFalse(byte[] body, String signatureHeader) throws Exception {
        if (signatureHeader == null) { // OK: SignatureCheckBypassed
            return false;
        }
        return verifySignature(body, signatureHeader); // OK: SignatureCheckBypassed
    }

    boolean missingThrows(byte[] body, String signatureHeader) throws Exception {
        if (webhookSecret == null) { // OK: SignatureCheckBypassed
            throw new IllegalStateException("no secret");
        }
        return verifySignature(body, signatureHeader);
    }

    boolean failsClosed(byte[] body, String header) {
        try {
            return verifySignature(body, header);
        } catch (Exception e) { // OK: SignatureCheckBypassed
            return false;
        }
    }

    void rethrown(byte[] body, String header) {
        try {
            if (!verifySignature(body, header)) { // OK: SignatureCheckBypassed
                throw new SecurityException();
            }
        } catch (Exception e) { // OK: SignatureCheckBypassed
            throw new SecurityException(e);
        }
        accept(body);
    }

    void present(byte[] body, HttpServletRequest request) throws Exception {
        String signature = request.getHeader("X-Signature");
        if (signature == null || !verifySignature(body, signature)) { // OK: SignatureCheckBypassed // BUG: SignatureReplayable
            throw new SecurityException();
        }
        accept(body);
    }

    boolean assigned(byte[] body, String header) throws Exception {
        boolean valid = verifySignature(body, header); // OK: SignatureCheckBypassed
        System.out.println("valid: " + valid);
        return valid;
    }

    void logged(boolean verbose, byte[] body) {
        if (verbose) { // OK: SignatureCheckBypassed
            System.out.println(body.length);
        }
    }

    boolean nullable(Object a) {
        if (a == null) { // OK: SignatureCheckBypassed
            return true;
        }
        return a.hashCode() > 0;
    }

    private void accept(byte[] body) {}
}
