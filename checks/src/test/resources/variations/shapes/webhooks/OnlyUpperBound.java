package webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The request's time is signed, but nobody asks the clock. */
final class OnlyUpperBound {

    private final SecretKey key;

    OnlyUpperBound(SecretKey key) {
        this.key = key;
    }

    boolean verify(String method, String path, String timestamp, byte[] body, byte[] signature) throws Exception {
        if (timestamp == null || timestamp.isEmpty()) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update((method + path + timestamp).getBytes(StandardCharsets.UTF_8));
        byte[] own = mac.doFinal(body);
        return MessageDigest.isEqual(own, signature); // BUG: SignatureReplayable
    }
}
