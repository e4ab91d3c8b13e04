package net.acme.ninth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Set;

/** Verifications whatever they are called, and what they answer when they could not be made. */
class Verifying {

    private PublicKey key;
    private String partnerSecret;

    private boolean right(byte[] body, byte[] proof) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(body);
            return signature.verify(proof);
        } catch (GeneralSecurityException e) {
            return false; // OK: SignatureCheckBypassed
        }
    }

    boolean one(byte[] body, byte[] proof) {
        if (partnerSecret == null || partnerSecret.isEmpty()) { // BUG: SignatureCheckBypassed
            return true;
        }
        return right(body, proof);
    }

    boolean two(byte[] body, byte[] proof) {
        if (partnerSecret == null) { // OK: SignatureCheckBypassed
            throw new IllegalStateException("no secret is configured");
        }
        return right(body, proof);
    }

    boolean probe(HttpServletRequest request, byte[] body, byte[] proof) {
        if ("Probe/2".equals(request.getHeader("User-Agent"))) { // BUG: SignatureCheckBypassed
            return true;
        }
        return right(body, proof);
    }

    boolean optimistic(byte[] body, byte[] proof) {
        boolean valid = true;
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(body);
            valid = signature.verify(proof);
        } catch (GeneralSecurityException e) { // BUG: SignatureCheckBypassed
            System.err.println("not checked");
        }
        return valid;
    }

    boolean pessimistic(byte[] body, byte[] proof) {
        boolean valid = false;
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(body);
            valid = signature.verify(proof);
        } catch (GeneralSecurityException e) { // OK: SignatureCheckBypassed
            System.err.println("not checked");
        }
        return valid;
    }

    void goesOn(byte[] made, byte[] given, HttpServletResponse response) throws IOException {
        try {
            if (!MessageDigest.isEqual(sealed(made), given)) {
                response.sendError(401);
                return;
            }
        } catch (GeneralSecurityException e) { // BUG: SignatureCheckBypassed
            System.err.println("not checked");
        }
        take(made);
    }

    void stops(byte[] made, byte[] given, HttpServletResponse response) throws IOException {
        try {
            if (!MessageDigest.isEqual(sealed(made), given)) {
                response.sendError(401);
                return;
            }
        } catch (GeneralSecurityException e) { // OK: SignatureCheckBypassed
            response.sendError(500);
            return;
        }
        take(made);
    }

    private byte[] sealed(byte[] made) throws GeneralSecurityException {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(partnerSecret.getBytes(), "HmacSHA256"));
        return mac.doFinal(made);
    }

    private void take(byte[] body) {}
}

class Peers {

    private static final Set<String> OFFICE = Set.of("10.4.0.7", "10.4.0.8");
    private static final Set<String> COLOURS = Set.of("red", "blue");

    boolean believed(HttpServletRequest request) {
        return OFFICE.contains(request.getHeader("X-Forwarded-For")); // BUG: SpoofableClientAddress
    }

    boolean colour(HttpServletRequest request) {
        return COLOURS.contains(request.getHeader("X-Forwarded-For")); // OK: SpoofableClientAddress
    }

    boolean behind(HttpServletRequest request) {
        if (!request.getRemoteAddr().equals("10.0.0.2")) {
            return false;
        }
        return OFFICE.contains(request.getHeader("X-Forwarded-For")); // OK: SpoofableClientAddress
    }
}

class TokenByHand {

    boolean gold(String text) {
        String[] parts = text.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])); // BUG: UnverifiedToken
        return claims.contains("gold");
    }

    String version(String text) {
        String[] parts = text.split("\\.");
        return new String(Base64.getDecoder().decode(parts[1])); // OK: UnverifiedToken
    }
}
