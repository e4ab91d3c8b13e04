package listed;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import javax.crypto.Mac;
import javax.servlet.http.HttpServletRequest;

public class Cwe347Checks {
    enum Result { VALID, INVALID }

    private Mac mac;
    private String secret;
    private boolean debug;

    private boolean matches(byte[] body, byte[] tag) {
        return MessageDigest.isEqual(mac.doFinal(body), tag);
    }

    private Result check(byte[] body, byte[] tag) {
        return matches(body, tag) ? Result.VALID : Result.INVALID;
    }

    void bad1(PublicKey key, byte[] body, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(body);
        verifier.verify(signature); // BUG: SignatureCheckBypassed
        handle(body);
    }

    void bad2(byte[] body, byte[] tag) {
        check(body, tag); // BUG: SignatureCheckBypassed
        handle(body);
    }

    boolean bad3(PublicKey key, byte[] body, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(body);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) { // BUG: SignatureCheckBypassed
            return true;
        }
    }

    void bad4(byte[] body, byte[] tag) {
        if (tag != null && !matches(body, tag)) { // BUG: SignatureCheckBypassed
            throw new SecurityException("bad signature");
        }
        handle(body);
    }

    void bad5(HttpServletRequest request, byte[] body, byte[] tag) {
        if (debug || matches(body, tag)) { // BUG: SignatureCheckBypassed
            handle(body);
        }
    }

    void bad6(byte[] body, byte[] tag) {
        boolean valid = matches(body, tag); // BUG: SignatureCheckBypassed
        handle(body);
    }

    boolean bad7(byte[] body, byte[] tag) {
        if (secret == null || secret.isEmpty()) { // BUG: SignatureCheckBypassed
            return true;
        }
        return matches(body, tag);
    }

    void good1(byte[] body, byte[] tag) {
        if (check(body, tag) == Result.VALID) { // OK: SignatureCheckBypassed
            handle(body);
        }
    }

    boolean good2(PublicKey key, byte[] body, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(body);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // OK: SignatureCheckBypassed
        }
    }

    void good3(byte[] body, byte[] tag) {
        if (tag == null || !matches(body, tag)) { // OK: SignatureCheckBypassed
            throw new SecurityException("bad signature");
        }
        handle(body);
    }

    void good4(byte[] body, byte[] tag) {
        boolean valid = matches(body, tag); // OK: SignatureCheckBypassed
        if (valid) {
            handle(body);
        }
    }

    private void handle(byte[] body) {}
}
