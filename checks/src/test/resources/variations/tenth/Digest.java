package tenth;

import java.security.MessageDigest;

/** The response of HTTP digest authentication, called a digest. */
final class Digest {

    private final MessageDigest md5;
    private final Encoder encoder;

    Digest(MessageDigest md5, Encoder encoder) {
        this.md5 = md5;
        this.encoder = encoder;
    }

    boolean authenticate(String clientDigest, String nonce, String cnonce, String realm, String a1, String a2) {
        String value = a1 + ":" + nonce + ":" + cnonce + ":" + realm + ":" + a2;
        String serverDigest = encoder.encode(md5.digest(value.getBytes()));
        return serverDigest.equals(clientDigest); // BUG: TimingUnsafeComparison
    }

    boolean sameFile(String serverDigest, String localDigest) {
        return serverDigest.equals(localDigest);
    }

    interface Encoder {
        String encode(byte[] bytes);
    }
}
