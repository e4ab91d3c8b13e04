package webhooks;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

final class Certificates {

    private final PublicKey key;

    Certificates(PublicKey key) {
        this.key = key;
    }

    byte[] openIgnored(byte[] document, byte[] sig) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(key);
        verifier.update(document);
        verifier.verify(sig); // BUG: SignatureCheckBypassed
        return document;
    }

    byte[] openChecked(byte[] document, byte[] sig) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(key);
        verifier.update(document);
        if (!verifier.verify(sig)) { // OK: SignatureCheckBypassed
            throw new SignatureException("the document was changed");
        }
        return document;
    }

    boolean unsignedIsFine(byte[] document, byte[] sig) throws GeneralSecurityException {
        if (sig == null || sig.length == 0) { // BUG: SignatureCheckBypassed
            return true;
        }
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(key);
        verifier.update(document);
        return verifier.verify(sig);
    }

    boolean unsignedIsRefused(byte[] document, byte[] sig) throws GeneralSecurityException {
        if (sig == null || sig.length == 0) {
            return false; // OK: SignatureCheckBypassed
        }
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(key);
        verifier.update(document);
        return verifier.verify(sig); // OK: SignatureCheckBypassed
    }
}
