package tokens;

/** What is not signed is not looked at. */
final class UnsignedObjects {

    void validateSignature(Signable message) {
        if (!message.isSigned()) { // BUG: SignatureCheckBypassed
            return;
        }
        message.validate();
    }

    void requireSignature(Signable message) {
        if (!message.isSigned()) { // OK: SignatureCheckBypassed
            throw new IllegalArgumentException("not signed");
        }
        message.validate();
    }
}
