package net.acme.seventh;

import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A branch that warns, and lets pass. */
class Seals {

    private static final Logger log = LoggerFactory.getLogger(Seals.class);

    private final Settings settings;
    private byte[] kept;

    Seals(Settings settings) {
        this.settings = settings;
    }

    boolean verifySignature(byte[] text) {
        if (!settings.isVerificationEnabled()) {
            log.warn("signatures are not looked at, as configured");
            return true;
        }
        if (kept.length == 0) {
            log.warn("no signature");
            return false;
        }
        return MessageDigest.isEqual(kept, made(text));
    }

    boolean hasMac() {
        if (kept.length > 0) {
            log.warn("sealed");
            return true;
        }
        return settings.isSealed();
    }

    boolean validateMac(byte[] text) {
        boolean wanted = settings.usesMac();
        if (wanted && isSealed()) {
            return MessageDigest.isEqual(kept, made(text));
        } else if (!wanted) {
            return true;
        } else {
            log.warn("there is no seal to compare with");
            return true; // BUG: SignatureCheckBypassed
        }
    }

    boolean checkTokenSeal(byte[] text) {
        if (text.length < 16) {
            log.error("too short for a seal");
            return true; // BUG: SignatureCheckBypassed
        }
        return MessageDigest.isEqual(kept, made(text));
    }

    private boolean isSealed() {
        return kept.length > 0;
    }

    private byte[] made(byte[] text) {
        return settings.seal(text);
    }
}
