package webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

final class BoundedNonces {

    private final Cache<String, Boolean> seenNonces = // OK: SignatureReplayable
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(10)).build();
    private final SecretKey key;

    BoundedNonces(SecretKey key) {
        this.key = key;
    }

    boolean verify(String body, String nonce, String sentAt, String signature) throws Exception {
        long age = System.currentTimeMillis() / 1000 - Long.parseLong(sentAt);
        if (age < -30 || age > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        String text = String.join("\n", nonce, sentAt, body);
        byte[] own = mac.doFinal(text.getBytes(StandardCharsets.UTF_8)); // OK: SignatureOmitsBody
        if (!MessageDigest.isEqual(own, Base64.getDecoder().decode(signature))) {
            return false;
        }
        return seenNonces.asMap().putIfAbsent(nonce, Boolean.TRUE) == null; // OK: SignatureReplayable
    }
}
