package tenth;

import org.example.types.ByteSequence;

/** Passwords in a type of a library's own. */
final class Sequences {

    boolean passwordMatches(ByteSequence plaintextPassword, ByteSequence storedPassword) {
        return plaintextPassword.equals(storedPassword); // BUG: TimingUnsafeComparison
    }

    boolean valueMatches(ByteSequence plaintextValue, ByteSequence storedValue) {
        return plaintextValue.equals(storedValue);
    }

    String sign(String encryptKey, String message) {
        return Digests.md5(encryptKey + message); // BUG: WeakMac
    }

    String label(boolean encryptKeys, String encryptMode) {
        return Digests.md5(encryptMode + encryptKeys);
    }
}
