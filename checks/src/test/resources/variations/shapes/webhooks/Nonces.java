package webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

final class Nonces {

    private final Set<String> seenNonces = Collections.synchronizedSet(new HashSet<>());
    private final SecretKey key;

    Nonces(SecretKey key) {
        this.key = key;
    }

    boolean verify(byte[] body, String nonce, byte[] signature) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(nonce.getBytes(StandardCharsets.UTF_8));
        byte[] own = mac.doFinal(body);
        return MessageDigest.isEqual(own, signature) && seenNonces.add(nonce); // BUG: SignatureReplayable
    }
}
